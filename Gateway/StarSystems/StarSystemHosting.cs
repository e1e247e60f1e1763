using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.StarSystems.Publishing;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The gateway's part in star systems.</summary>
internal static class StarSystemHosting
{
    public static void AddStarSystemViews(this IServiceCollection services) => services
        .AddSingleton<StarSystemKind>()
        .AddSingleton<GalaxyKind>()
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<StarSystemKind>())
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<GalaxyKind>())
        .AddSingleton<IAnnouncedTopics, TickTopics>()
        .AddSingleton<StarSystemReads>()
        .AddSingleton<StarSystemPages>()
        .AddSingleton<GalaxyPages>()
        .AddSingleton<Heartbeats>()
        .AddSingleton<TickPublisher>()
        .AddHostedService(provider => provider.GetRequiredService<TickPublisher>());
}
