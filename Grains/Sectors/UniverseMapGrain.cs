using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

internal sealed class UniverseMapGrain(
    [PersistentState("universeMap", EntityStorage.Name)] IPersistentState<EntityRecord<UniverseMapState>> record,
    EntityContext context)
    : EntityGrain<UniverseMapState, UniverseMapEvent>(record, context), IUniverseMapGrain
{
    private static readonly ImportReport Nothing = new(0, 0, 0, 0, 0, [], []);

    private MapGraph? _graph;

    protected override string SystemName => SectorKeys.System;

    private string Universe => SectorKeys.UniverseOf(Key);

    private MapGraph Graph => _graph?.Version == Committed.State.Map.Version ? _graph : _graph = new(Committed.State.Map);

    public async ValueTask<ImportAnswer> Import(UniverseDraft draft, ImportChoices choices)
    {
        var version = Tentative.Map.Version;
        var universe = (await GrainFactory.GetGrain<IUniverseGrain>(Universe).GetSnapshot()).State;
        var check = IsRunning(universe, version)
            ? new ImportCheck(null, Nothing, [new("import-running", "", "An earlier import is under way; its sectors are still being told of it.")])
            : ImportRules.Check(draft, choices, Universe, Tentative, universe.Settings, Now);
        await Commit(check.Import is { } import ? Decision<UniverseMapEvent>.Of(import) : new([], check.Rejections));
        return new(check.Import?.Map.Version ?? 0, check.Report, check.Rejections);
    }

    public ValueTask<PathAnswer> FindPath(string from, string to, ImmutableArray<string> avoid) => new(PathRules.Find(Graph, from, to, avoid));

    public async ValueTask<ScanAnswer> Scan(string from, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, ScanRules.Deepest);
        var graph = Graph;
        if (!graph.Has(from))
        {
            return new(graph.Version, [], new("unknown-sector", "from", $"The map has no sector '{from}'."));
        }

        var sectors = await Task.WhenAll(ScanRules.Find(graph, from, depth).Select(async found =>
            new ScannedSector(found.Distance, await GrainFactory.GetGrain<ISectorGrain>(SectorKeys.Sector(Universe, found.Sector)).GetSnapshot())));
        return new(graph.Version, [.. sectors], null);
    }

    protected override ImmutableArray<Owed> OwedFor(UniverseMapState before, UniverseMapState after, UniverseMapEvent @event) => @event is MapImported imported
        ? [new(Universe, new ImportBegan(imported.OccurredAt, imported.Map.Version, imported.Settings, imported.Report))]
        : [];

    protected override ValueTask Tell(Intent intent) => GrainFactory.GetGrain<IUniverseGrain>(intent.Target).Receive(intent);

    // Also where the universe has not heard of the last one yet, or another call was decided while this one asked.
    private bool IsRunning(UniverseState universe, long version) =>
        Tentative.Map.Version != version || (version > 0 && !(universe.Import is { Phase: ImportPhase.Done } last && last.Version == version));
}
