using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The galaxy: its ticks, and what may become the next one.</summary>
/// <param name="Ticks">The last ticks, oldest first, as they are seen now; <see cref="TicksKept"/> at most.</param>
/// <param name="Evidence">State changes of the last <see cref="EvidenceKept"/> that may begin a tick or bear a doubtful one out, oldest first; one a system, <see cref="EvidenceLimit"/> at most.</param>
/// <param name="OverdueSince">When the lack of a tick was noticed; null while none lacks.</param>
/// <param name="Hours">Hours that were counted up, oldest first; <see cref="HoursKept"/> at most.</param>
/// <param name="Troubles">Feeds that are degraded, by name.</param>
/// <param name="Unexplained">How often changes are told that no tick explains: the last quarters of an hour with any, oldest first; <see cref="QuartersKept"/> at most.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyState")]
public sealed record GalaxyState(
    [property: Id(0)] ImmutableArray<GalaxyTick> Ticks,
    [property: Id(1)] ImmutableArray<StateChangeEvidence> Evidence,
    [property: Id(2)] DateTimeOffset? OverdueSince,
    [property: Id(3)] ImmutableArray<HourTally> Hours,
    [property: Id(4)] ImmutableSortedDictionary<string, FeedTrouble> Troubles,
    [property: Id(5)] ImmutableArray<UnexplainedChanges> Unexplained) : IEntityState<GalaxyState, GalaxyEvent>
{
    public const int TicksKept = 14;
    public const int HoursKept = 48;
    public const int QuartersKept = 32;
    public const int EvidenceLimit = 100;

    /// <summary>How much older than the newest a piece of evidence may be.</summary>
    public static readonly TimeSpan EvidenceKept = TimeSpan.FromHours(1);

    /// <summary>The last tick that was not taken back; null where there is none.</summary>
    [JsonIgnore]
    public GalaxyTick? LastTick => Ticks.LastOrDefault(tick => tick.Standing != GalaxyTickStanding.Withdrawn);

    public static GalaxyState Initial(string key) => key == StarSystemKeys.Galaxy
        ? new([], [], null, [], ImmutableSortedDictionary<string, FeedTrouble>.Empty, [])
        : throw new ArgumentException($"'{key}' is not the galaxy's key, {StarSystemKeys.Galaxy}.", nameof(key));

    public GalaxyState Apply(GalaxyEvent @event) => @event switch
    {
        StateChangeNoted e => Noted(e.Evidence),
        StateChangeWithdrawn e => this with { Evidence = Evidence.RemoveAll(evidence => evidence.SystemAddress == e.SystemAddress) },
        GalaxyTickCalled e => Called(e.Tick),
        GalaxyTickRevised e => Revised(e.Tick),
        GalaxyTickOverdue e => this with { OverdueSince = e.OccurredAt },
        HourTallied e => this with { Hours = Last(Hours.Add(e.Tally), HoursKept) },
        GalaxyFeedDegraded e => this with { Troubles = Troubles.SetItem(e.Feed, new(e.OccurredAt, e.Reason)) },
        GalaxyFeedRecovered e => this with { Troubles = Troubles.Remove(e.Feed) },
        _ => this,
    };

    private GalaxyState Noted(StateChangeEvidence noted)
    {
        var index = Evidence.Length;
        while (index > 0 && IsAfter(Evidence[index - 1], noted))
        {
            index--;
        }

        var evidence = Evidence.Insert(index, noted);
        var oldest = evidence[^1].Until - EvidenceKept;
        var kept = evidence.RemoveAll(one => one.Until < oldest);
        return this with
        {
            Evidence = Last(kept, EvidenceLimit),
            Unexplained = LastTick is { Standing: GalaxyTickStanding.Doubtful } ? Unexplained : Counted(noted),
        };
    }

    private ImmutableArray<UnexplainedChanges> Counted(StateChangeEvidence noted)
    {
        var quarter = UnexplainedChanges.QuarterOf(noted.Until);
        var index = Unexplained.Length;
        while (index > 0 && Unexplained[index - 1].From > quarter)
        {
            index--;
        }

        var gap = noted.Until - noted.Since;
        return index > 0 && Unexplained[index - 1].From == quarter
            ? Unexplained.SetItem(index - 1, Unexplained[index - 1].Add(gap))
            : Last(Unexplained.Insert(index, UnexplainedChanges.At(noted.Until).Add(gap)), QuartersKept);
    }

    // What the tick brought about says nothing of how often changes are told without one.
    private GalaxyState Called(GalaxyTick tick) => this with
    {
        Ticks = Last(Ticks.Add(tick), TicksKept),
        OverdueSince = null,
        Evidence = tick.Standing == GalaxyTickStanding.Confirmed ? [] : BearingOut(tick),
        Unexplained = Unexplained.RemoveAll(quarter => quarter.From + UnexplainedChanges.Span > tick.StartedAt),
    };

    private GalaxyState Revised(GalaxyTick tick) => this with
    {
        Ticks = [.. Ticks.Select(other => other.Id == tick.Id ? tick : other)],
        Evidence = tick.Standing == GalaxyTickStanding.Confirmed ? [] : Evidence,
    };

    // Of what bears a tick out, only the first system's tick is ever asked for, and the galaxy's tick has that.
    private ImmutableArray<StateChangeEvidence> BearingOut(GalaxyTick tick) =>
        [.. Evidence.Where(one => one.Until >= tick.StartedAt).Select(one => one with { Tick = null })];

    private static bool IsAfter(StateChangeEvidence one, StateChangeEvidence other) =>
        (one.Until, one.SystemAddress).CompareTo((other.Until, other.SystemAddress)) > 0;

    private static ImmutableArray<T> Last<T>(ImmutableArray<T> all, int count) => all.Length > count ? all[^count..] : all;
}
