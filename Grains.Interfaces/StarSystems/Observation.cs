using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A system as a player's journal told of it (FSDJump, Location or CarrierJump).</summary>
/// <param name="ObservedAt">The journal's timestamp; whole seconds.</param>
/// <param name="Name">The system's name.</param>
/// <param name="Position">Null where it was not told.</param>
/// <param name="Population">0 where it was not told.</param>
/// <param name="ControllingFaction">The journal's SystemFaction; empty where it was not told.</param>
/// <param name="Allegiance">The journal's word; empty where it was not told.</param>
/// <param name="Government">The journal's symbol; empty where it was not told.</param>
/// <param name="Economy">The journal's symbol; empty where it was not told.</param>
/// <param name="Security">The journal's symbol; empty where it was not told.</param>
/// <param name="Factions">By name in ordinal order, each name once.</param>
/// <param name="Conflicts">In the journal's order.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.Observation")]
public sealed record Observation(
    [property: Id(0)] DateTimeOffset ObservedAt,
    [property: Id(1)] string Name,
    [property: Id(2)] StarPosition? Position,
    [property: Id(3)] long Population,
    [property: Id(4)] string ControllingFaction,
    [property: Id(5)] string Allegiance,
    [property: Id(6)] string Government,
    [property: Id(7)] string Economy,
    [property: Id(8)] string Security,
    [property: Id(9)] ImmutableArray<FactionPresence> Factions,
    [property: Id(10)] ImmutableArray<Conflict> Conflicts);
