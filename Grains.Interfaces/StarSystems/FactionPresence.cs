using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A minor faction in a system, as it was last observed. Names of states are the journal's, such as <c>CivilWar</c>.</summary>
/// <param name="Name">As the journal has it.</param>
/// <param name="Influence">Share of the system, 0 to 1.</param>
/// <param name="PreviousInfluence">What the influence was before it last changed; null where it never did.</param>
/// <param name="State">The journal's FactionState; empty where it has none.</param>
/// <param name="Government">The journal's word; empty where it has none.</param>
/// <param name="Allegiance">The journal's word; empty where it has none.</param>
/// <param name="Happiness">The journal's symbol; empty where it has none.</param>
/// <param name="ActiveStates">States in effect, in ordinal order.</param>
/// <param name="PendingStates">States after a coming tick, in ordinal order.</param>
/// <param name="RecoveringStates">States that are ending, in ordinal order.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionPresence")]
public sealed record FactionPresence(
    [property: Id(0)] string Name,
    [property: Id(1)] decimal Influence,
    [property: Id(2)] decimal? PreviousInfluence,
    [property: Id(3)] string State,
    [property: Id(4)] string Government,
    [property: Id(5)] string Allegiance,
    [property: Id(6)] string Happiness,
    [property: Id(7)] ImmutableArray<string> ActiveStates,
    [property: Id(8)] ImmutableArray<string> PendingStates,
    [property: Id(9)] ImmutableArray<string> RecoveringStates);
