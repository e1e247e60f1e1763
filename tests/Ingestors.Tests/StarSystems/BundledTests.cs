using System.Text;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>What the bundled recording holds, and how its times are moved.</summary>
public sealed class BundledTests
{
    private static readonly EddnParser Eddn = new();

    [Fact]
    public void Frames_AreReadRefusedAndPassedOver_AsItsReadmeSays()
    {
        var parsed = Bundled().Select(frame => (frame, parse: Parse(frame))).ToArray();

        Assert.Equal(
            [(FrameRefusal.BadField, 1), (Refusals.DamagedZlib, 2), (FrameRefusal.MalformedJson, 1), (FrameRefusal.MissingField, 1), (Refusals.Stale, 1)],
            Counted(parsed.Where(one => one.parse.Refusal is not null).Select(one => one.parse.Refusal!.Reason)));
        Assert.Equal(
            [(Refusals.OldGame, 1), (Refusals.OtherEvent, 1), (Refusals.OtherSchema, 1), (Refusals.OtherTopic, 1), (Refusals.TestSchema, 1)],
            Counted(parsed.Select(one => one.parse.Message).OfType<OtherMessage>().Select(other => other.Kind)));
        Assert.Equal(34, parsed.Select(one => one.parse.Message).OfType<SystemMessage>().Select(message => message.SystemAddress).Distinct().Count());
        Assert.Single(parsed, one => one.parse.Message is GalaxyMessage);
        Assert.Equal(12, parsed.Count(one => one.parse.Message is Heartbeat));
    }

    [Fact]
    public void States_NeverGoBackToWhatTheyWereBeforeTheLastChange_ButForTheOneThatWasFalse()
    {
        // Twice over, as it loops.
        var seen = Bundled().Concat(Bundled()).Select(Parse).Select(parse => parse.Message).OfType<SystemMessage>()
            .Where(message => message.Command is ReportObservation { Observation.Factions.Length: > 0 } report && report.Observation.ObservedAt < new DateTimeOffset(2026, 1, 10, 18, 6, 0, TimeSpan.Zero))
            .GroupBy(message => message.SystemAddress);

        var reverting = seen.Where(system => Reverts([.. system.Select(StatesOf)])).Select(system => system.Key);

        Assert.Equal([9_000_000_000_007 + (19 * 1_311_768)], reverting);
    }

    [Fact]
    public void Times_AreMoved_InTheFormInWhichTheyCame()
    {
        var moved = FrameShift.Apply(
            new(default, StarSystemFeeds.EddnFrames, Frames.Utf8("""{"header":{"gatewayTimestamp":"2026-05-16T14:18:50.123456Z"},"message":{"timestamp":"2026-05-16T14:18:49Z","event":"2026-05-16T14:18:49Z"}}""")),
            at => at.AddDays(1));

        Assert.Equal("""{"header":{"gatewayTimestamp":"2026-05-17T14:18:50.123456Z"},"message":{"timestamp":"2026-05-17T14:18:49Z","event":"2026-05-16T14:18:49Z"}}""", Encoding.UTF8.GetString(moved.Content.Span));
    }

    [Theory]
    [InlineData("""{"topic":"HeartBeat","message":{"timestamp":"2024-04-11T09:32:49.171Z","lastGalaxyTick":"2024-04-10T22:35:01.000Z"}}""", """{"topic":"HeartBeat","message":{"timestamp":"2024-04-11T10:32:49.171Z","lastGalaxyTick":"2024-04-10T23:35:01.000Z"}}""")]
    [InlineData("""{"topic":"SystemTick","message":{"timestamp":"2026 - 05 - 16T14: 18:49Z","timeGapMins":"5.0"}}""", """{"topic":"SystemTick","message":{"timestamp":"2026-05-16T15:18:49Z","timeGapMins":"5.0"}}""")]
    [InlineData("""{"topic":"SystemTick","message":{"timestamp":"soon"}}""", """{"topic":"SystemTick","message":{"timestamp":"soon"}}""")]
    [InlineData("""{"topic":"SystemTick","message":[]}""", """{"topic":"SystemTick","message":[]}""")]
    [InlineData("no json", "no json")]
    public void TimesOfTheTickDetector_AreMovedToo(string frame, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(FrameShift.Apply(new(default, StarSystemFeeds.TickDetectorFrames, Frames.Utf8(frame)), at => at.AddHours(1)).Content.Span));

    internal static FeedFrame[] Bundled() => [.. File.ReadLines(Path.Combine(RepositoryFiles.StarSystems, "marches.ndjson")).Select(line => FrameLine.Read(Frames.Utf8(line), out _)!.Value)];

    private static StarSystemParse Parse(FeedFrame frame) =>
        frame.Feed == StarSystemFeeds.EddnFrames ? Eddn.Parse(frame.Content.Span) : TickDetectorParser.Parse(frame.Content);

    private static IEnumerable<(string, int)> Counted(IEnumerable<string> reasons) =>
        reasons.GroupBy(reason => reason).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

    private static string StatesOf(SystemMessage message) =>
        string.Join(';', ((ReportObservation)message.Command).Observation.Factions.Select(faction => $"{faction.Name}:{string.Join(',', faction.ActiveStates)}"));

    private static bool Reverts(string[] states)
    {
        var different = states.Where((state, at) => at == 0 || states[at - 1] != state).ToArray();
        return different.Skip(2).Where((state, at) => different[at] == state).Any();
    }
}
