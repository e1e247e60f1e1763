using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe's map. Key: <see cref="SectorKeys.Map"/>.</summary>
[Alias("sectors.IUniverseMapGrain")]
public interface IUniverseMapGrain : IEntityGrain<UniverseMapState>
{
    /// <summary>Imports a universe. Refused while an earlier import is under way.</summary>
    [Alias("Import")]
    ValueTask<ImportAnswer> Import(UniverseDraft draft, ImportChoices choices);

    /// <summary>The way that costs the fewest turns, by links and by tunnels that the map has open, not through <paramref name="avoid"/>.</summary>
    [Alias("FindPath")]
    ValueTask<PathAnswer> FindPath(string from, string to, ImmutableArray<string> avoid);

    /// <summary>The sectors within <paramref name="depth"/> steps (0 to 5, at most 1,000 sectors), with who is there.</summary>
    [Alias("Scan")]
    ValueTask<ScanAnswer> Scan(string from, int depth);
}
