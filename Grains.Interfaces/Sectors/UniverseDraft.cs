using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe as it was read from a document, not yet looked at as a whole.</summary>
/// <param name="Sectors">Its sectors with their links; ids may be there twice, and links may lead nowhere.</param>
/// <param name="Tunnels">Its tunnels.</param>
/// <param name="Ships">Its ships without a pilot, of the sectors that tell of ships.</param>
/// <param name="Settings">What the document says of the universe; null where nothing.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseDraft")]
public sealed record UniverseDraft(
    [property: Id(0)] ImmutableArray<SectorChart> Sectors,
    [property: Id(1)] ImmutableArray<TunnelDraft> Tunnels,
    [property: Id(2)] ImmutableArray<SectorShips> Ships,
    [property: Id(3)] UniverseSettings? Settings);
