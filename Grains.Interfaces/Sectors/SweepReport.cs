using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a sweep did. Of each kind up to a hundred are named.</summary>
/// <param name="At">When it began.</param>
/// <param name="Looked">How many players it looked at.</param>
/// <param name="Swept">Players who were silent past the session limit, as <c>player: sector</c>.</param>
/// <param name="Healed">Players whose entry was missing and is there again, as <c>player: sector</c>.</param>
/// <param name="Strays">Entries of players whose records say otherwise, which were removed, as <c>player: sector</c>.</param>
/// <param name="Ships">Ships without a pilot that someone flies elsewhere, which were removed, as <c>ship: sector</c>.</param>
/// <param name="Reservations">Tunnels whose long-standing reservations were looked after, as <c>from-to</c>.</param>
/// <param name="Counts">How many there were of each kind, in the order above.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SweepReport")]
public sealed record SweepReport(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int Looked,
    [property: Id(2)] ImmutableArray<string> Swept,
    [property: Id(3)] ImmutableArray<string> Healed,
    [property: Id(4)] ImmutableArray<string> Strays,
    [property: Id(5)] ImmutableArray<string> Ships,
    [property: Id(6)] ImmutableArray<string> Reservations,
    [property: Id(7)] SweepCounts Counts);
