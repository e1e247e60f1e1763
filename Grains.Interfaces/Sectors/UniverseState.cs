using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe: its import and its settings. Who is where in it is told by its players' records.</summary>
/// <param name="Import">Its last import; null where it was never imported.</param>
/// <param name="Settings">Its settings; the start sector is there once it was imported.</param>
/// <param name="LastSweep">The last sweep that did something; null where none did.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseState")]
public sealed record UniverseState(
    [property: Id(0)] ImportState? Import,
    [property: Id(1)] UniverseSettings Settings,
    [property: Id(2)] SweepReport? LastSweep) : IEntityState<UniverseState, UniverseEvent>
{
    public static UniverseState Initial(string key) => SectorKeys.IsUniverse(key)
        ? new(null, UniverseSettings.Default, null)
        : throw new ArgumentException($"'{key}' is not a universe's key; one reads {{universe}}.", nameof(key));

    public UniverseState Apply(UniverseEvent @event) => @event switch
    {
        ImportBegan e => this with { Import = new(e.Version, ImportPhase.Running, e.OccurredAt, null, e.Report), Settings = e.Settings ?? Settings },
        ImportFinished e => this with { Import = Import is { } import ? import with { Phase = ImportPhase.Done, FinishedAt = e.OccurredAt } : null },
        UniverseSwept e => this with { LastSweep = e.Report },
        _ => this,
    };
}
