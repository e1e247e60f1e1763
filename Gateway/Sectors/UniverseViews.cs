using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From universes' state to what clients see.</summary>
internal static class UniverseViews
{
    public static UniverseView Of(UniverseStatus status) => Of(status.Snapshot, status.Told, status.ToTell);

    /// <summary>The state alone, without what is only measured.</summary>
    public static UniverseView Of(Snapshot<UniverseState> snapshot) => Of(snapshot, 0, 0);

    public static UniversePresenceView Of(string universe, Presence presence) => new(
        universe,
        presence.At,
        presence.Players.Length,
        [.. presence.Players.Select(player => new WhereaboutsView(player.PlayerId, player.Sequence, player.Sector, player.IsActive, SectorViews.Of(player.Entry)))]);

    private static UniverseView Of(Snapshot<UniverseState> snapshot, int told, int toTell) => new(
        snapshot.Key,
        snapshot.Sequence,
        snapshot.AsOf,
        snapshot.State.Settings,
        snapshot.State.Import is { } import
            ? new(import.Version, import.Phase, told, toTell, import.StartedAt, import.FinishedAt, import.Report)
            : null,
        snapshot.State.LastSweep);
}
