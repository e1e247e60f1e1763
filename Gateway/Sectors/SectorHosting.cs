using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The gateway's part in sectors.</summary>
internal static class SectorHosting
{
    public static void AddSectorViews(this IServiceCollection services) => services
        .AddSingleton<SectorKind>()
        .AddSingleton<PlayerKind>()
        .AddSingleton<TunnelKind>()
        .AddSingleton<UniverseKind>()
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<SectorKind>())
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<PlayerKind>())
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<TunnelKind>())
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<UniverseKind>())
        .AddSingleton<IAnnouncedTopics, MoveTopics>()
        .AddSingleton<PlayerFollowers>()
        .AddSingleton<IFollowedTopics>(provider => provider.GetRequiredService<PlayerFollowers>())
        .AddSingleton<SectorEntities>()
        .AddSingleton<SectorPages>()
        .AddSingleton<SectorCommands>()
        .AddSingleton<UniversePages>()
        .AddSingleton<UniverseImport>()
        .AddSingleton<UniverseExport>();
}
