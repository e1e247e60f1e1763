using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>State changes that were noted in a quarter of an hour, those included that were withdrawn since.</summary>
/// <param name="From">The quarter's beginning, by the changes' own times.</param>
/// <param name="ByGap">
/// How many, by how long the system had not been seen: under 2 minutes, under 4, under 8, and so on;
/// <see cref="Gaps"/> of them, the last for all that is longer.
/// </param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.UnexplainedChanges")]
public sealed record UnexplainedChanges(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] ImmutableArray<int> ByGap)
{
    public const int Gaps = 10;

    public static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    private static readonly ImmutableArray<int> None = [.. Enumerable.Repeat(0, Gaps)];

    public static UnexplainedChanges At(DateTimeOffset time) => new(QuarterOf(time), None);

    public static DateTimeOffset QuarterOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Span.Ticks), TimeSpan.Zero);

    public UnexplainedChanges Add(TimeSpan gap)
    {
        var index = GapIndex(gap);
        return this with { ByGap = ByGap.SetItem(index, ByGap[index] + 1) };
    }

    private static int GapIndex(TimeSpan gap)
    {
        var index = 0;
        for (var limit = 2.0; index < Gaps - 1 && gap.TotalMinutes >= limit; limit *= 2)
        {
            index++;
        }

        return index;
    }
}
