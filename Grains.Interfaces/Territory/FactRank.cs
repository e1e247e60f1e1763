namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>
/// How a fact about a facility's owner weighs against others. The owner is always told by the highest-ranking fact,
/// which is what makes the outcome the same in whatever order facts arrive.
/// </summary>
/// <remarks>
/// A FacilityControl of second t outranks player captures up to t + 1 s (they tell of the same capture) and polls that
/// speak of less than t + 1 s (its time is cut to whole seconds, so that they may have been asked before it). On equal
/// time a poll outranks, since its own time was already reduced by the cache lag.
/// </remarks>
/// <param name="At">The instant up to which the fact holds.</param>
/// <param name="Kind">Breaks a tie: 3 poll, 2 FacilityControl, 1 PlayerFacilityCapture, 0 nothing.</param>
/// <param name="Weight">Breaks a tie between two player captures of one second: the larger majority.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FactRank")]
public readonly record struct FactRank(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int Kind,
    [property: Id(2)] int Weight) : IComparable<FactRank>
{
    public static FactRank Poll(DateTimeOffset speaksOf) => new(speaksOf, 3, 0);

    public static FactRank Control(DateTimeOffset timestamp) => new(timestamp.AddSeconds(1), 2, 0);

    public static FactRank PlayerCapture(DateTimeOffset timestamp, int majority, Faction faction) =>
        new(timestamp, 1, (majority * 8) + (int)faction);

    public static bool operator <(FactRank left, FactRank right) => left.CompareTo(right) < 0;

    public static bool operator >(FactRank left, FactRank right) => left.CompareTo(right) > 0;

    public static bool operator <=(FactRank left, FactRank right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FactRank left, FactRank right) => left.CompareTo(right) >= 0;

    public static FactRank Max(FactRank left, FactRank right) => left < right ? right : left;

    public int CompareTo(FactRank other) => (At, Kind, Weight).CompareTo((other.At, other.Kind, other.Weight));
}
