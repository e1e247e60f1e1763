using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What an import found.</summary>
/// <param name="Sectors">How many sectors, stubs included.</param>
/// <param name="Stubs">How many of them are stubs.</param>
/// <param name="Links">How many direct links.</param>
/// <param name="Tunnels">How many tunnels.</param>
/// <param name="Ships">How many ships without a pilot.</param>
/// <param name="DanglingLinks">Links to sectors that the document does not have, as <c>from-&gt;to</c>; up to a thousand.</param>
/// <param name="DuplicateShips">Ships in two places, as <c>ship: first, second, ...</c>; up to a thousand.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportReport")]
public sealed record ImportReport(
    [property: Id(0)] int Sectors,
    [property: Id(1)] int Stubs,
    [property: Id(2)] int Links,
    [property: Id(3)] int Tunnels,
    [property: Id(4)] int Ships,
    [property: Id(5)] ImmutableArray<string> DanglingLinks,
    [property: Id(6)] ImmutableArray<string> DuplicateShips);
