using System.Collections.Immutable;
using Orleans.Concurrency;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>A worker without state, on each silo one a universe: those who ask at the same time share what is read.</summary>
[StatelessWorker(1)]
[Reentrant]
internal sealed class PresenceGrain : Grain, IPresenceGrain
{
    private readonly IEntityScan _scan;
    private readonly TimeProvider _time;
    private readonly SharedReads<Presence> _presence;

    public PresenceGrain(IEntityScan scan, TimeProvider time) => (_scan, _time, _presence) = (scan, time, new(ReadPresence));

    public ValueTask<Presence> Read() => new(_presence.Read());

    public async ValueTask<ImmutableArray<string>> ListUniverses()
    {
        var universes = await _scan.ScanAsync([SectorKinds.Universe], "", found => ((UniverseState)found.State).Import is null ? null : found.Key, CancellationToken.None);
        return universes.Sort(StringComparer.Ordinal);
    }

    private async Task<Presence> ReadPresence()
    {
        var at = _time.GetUtcNow();
        var players = await _scan.ScanAsync([SectorKinds.Player], SectorKeys.Player(this.GetPrimaryKeyString(), ""), WhereaboutsOf, CancellationToken.None);
        return new(at, players.Sort((one, other) => string.CompareOrdinal(one.PlayerId, other.PlayerId)));
    }

    private static Whereabouts? WhereaboutsOf(ScannedEntity found) =>
        found.State is PlayerState { IsPresent: true, Profile: { } profile } player && SectorKeys.TryParsePlayer(found.Key, out _, out var id)
            ? new(id, found.Version, player.Sector, player.IsActive, new(id, profile.Username, profile.Ship, profile.TeamId, player.ArrivedAt))
            : null;
}
