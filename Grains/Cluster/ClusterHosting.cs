using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrleansGameState.Grains.Cluster;

/// <summary>Registers what a silo tells the cluster's board from.</summary>
public static class ClusterHosting
{
    public static IServiceCollection AddClusterBoard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallTimes>();
        services.AddSingleton<IIncomingGrainCallFilter>(provider => provider.GetRequiredService<CallTimes>());
        services.AddSingleton<CallSummary>();
        return services;
    }
}
