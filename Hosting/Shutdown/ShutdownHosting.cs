namespace OrleansGameState.Hosting.Shutdown;

/// <summary>How the process ends.</summary>
internal static class ShutdownHosting
{
    public static void AddShutdown(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drain>();
        var options = builder.Configuration.ReadValidated<ShutdownOptions, ShutdownOptionsValidation>(ShutdownOptions.Section);
        if (options.DrainSeconds > 0)
        {
            builder.Services.AddSingleton<IHostLifetime>(services =>
                ActivatorUtilities.CreateInstance<DrainingLifetime>(services, TimeSpan.FromSeconds(options.DrainSeconds)));
        }
    }

    /// <summary>For a process that clients are sent to by a load balancer, unless it is set otherwise.</summary>
    public static void AddDrainDefault(this WebApplicationBuilder builder) => builder.AddDefaults([new(ShutdownOptions.DrainKey, "5")]);
}
