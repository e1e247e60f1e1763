namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Spans for grain calls, which carry their caller's along: Orleans' own. They cost each call a filter, so only where they are sent.</summary>
internal static class CallTracing
{
    public static ISiloBuilder TraceCalls(this ISiloBuilder silo, IConfiguration configuration) =>
        configuration.IsTelemetrySent() ? silo.AddActivityPropagation() : silo;

    public static IClientBuilder TraceCalls(this IClientBuilder client, IConfiguration configuration) =>
        configuration.IsTelemetrySent() ? client.AddActivityPropagation() : client;
}
