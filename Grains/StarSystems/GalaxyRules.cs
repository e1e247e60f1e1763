using System.Globalization;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>The rules of the galaxy. Only transitions, and changes that may become a tick, are events.</summary>
internal static class GalaxyRules
{
    /// <summary>How far ahead of the clock another detector's tick may be.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromMinutes(5);

    /// <summary>How old another detector's tick may be, and a change that is to begin one.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromHours(6);

    /// <summary>The confidence in another detector's word: peers call about two false ticks a day besides the true one.</summary>
    public const double RelayedConfidence = 0.9;

    public static Decision<GalaxyEvent> Decide(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, GalaxyCommand command, DateTimeOffset now) => command switch
    {
        ReviewTicks => new([.. ReviewRules.Review(galaxy, traffic, options, now)], []),
        ReportGalaxyTick report => RelayedTickRules.Decide(galaxy, options, report.First, now),
        CloseHours close => new([.. HoursToClose(galaxy, close)], []),
        ReportGalaxyFeed report => GalaxyFeedRules.Decide(galaxy, report),
        _ => throw new ArgumentException($"{command.GetType()} is not a command of the galaxy.", nameof(command)),
    };

    /// <summary>What a system told: a repeat, or what a sure tick explains, changes nothing.</summary>
    public static Decision<GalaxyEvent> Decide(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, EntityEvent told, DateTimeOffset now) => told switch
    {
        StateChangeNoted noted => new([.. EvidenceRules.Note(galaxy, traffic, options, noted, now)], []),
        StateChangeWithdrawn withdrawn when galaxy.Evidence.Any(one => one.SystemAddress == withdrawn.SystemAddress) => Decision<GalaxyEvent>.Of(withdrawn),
        _ => Decision<GalaxyEvent>.Nothing,
    };

    /// <summary>The tick's name for ever, from the start it was called with.</summary>
    public static string IdOf(DateTimeOffset startedAt) => startedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Calls a tick, or takes up again the one that was taken back under the same id.</summary>
    public static GalaxyEvent Call(GalaxyState galaxy, GalaxyTick tick) => galaxy.Ticks.Any(other => other.Id == tick.Id)
        ? new GalaxyTickRevised(tick.StartedAt, tick, "It was taken back, and is borne out after all.")
        : new GalaxyTickCalled(tick.StartedAt, tick);

    private static IEnumerable<GalaxyEvent> HoursToClose(GalaxyState galaxy, CloseHours close)
    {
        var last = galaxy.Hours.IsEmpty ? DateTimeOffset.MinValue : galaxy.Hours[^1].Hour;
        foreach (var tally in close.Tallies.OrderBy(tally => tally.Hour).Where(tally => tally.Hour > last))
        {
            last = tally.Hour;
            yield return new HourTallied(tally.Hour, tally);
        }
    }
}
