using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Access;

/// <summary>Keys before what is not open to everybody.</summary>
internal static class AccessHosting
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<GatewayOptions>, ApiKeysValidation>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<FailedKeys>();
        services.AddSingleton<Gate>();
        services.AddSingleton<MadeKey>();
        services.AddSingleton<IStartsEarly>(provider => provider.GetRequiredService<MadeKey>());
        services.AddHostedService(provider => provider.GetRequiredService<MadeKey>());
    }

    /// <summary>
    /// Has these endpoints, of HTTP or gRPC, ask for a key with the scope. It is part of them and no step of the pipeline:
    /// whatever is open pays nothing, and none can be reached around it.
    /// </summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate ?? throw new InvalidOperationException($"{endpoint.DisplayName} has nothing behind its gate.");
            endpoint.RequestDelegate = context => context.RequestServices.GetRequiredService<Gate>().Pass(context, scope, next);
        });
        return endpoints;
    }
}
