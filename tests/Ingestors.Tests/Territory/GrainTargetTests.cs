using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class GrainTargetTests : IDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LearnMap Map = new(new("Indar", new(2026, 5, 1), "digest", [], []));

    private readonly ManualTimeProvider _time = new();
    private readonly HeldGrains _grains = new();
    private readonly OrderedDispatcher _dispatcher = new(1000, 64, NullLogger.Instance, CancellationToken.None);
    private readonly FeedMeasures _measures;
    private readonly GrainTarget _target;

    public GrainTargetTests()
    {
        _measures = new(_time);
        _target = new(_grains.Factory, _dispatcher, new GrainCalls(_time, NullLogger.Instance), _measures, NullLogger.Instance);
    }

    public static TheoryData<ZoneCommand> CommandsThatGoAlone =>
    [
        Map,
        new ReportContinentLock(Start, Faction.VanuSovereignty, null, null, null),
        new ReportMetagameEvent(Start, 149, AlertState.Started, 7),
        new ReportMap(Start, 0, 10, []),
    ];

    public void Dispose() => _dispatcher.Dispose();

    [Fact]
    public async Task FactsOfDifferentFacilities_AreSentInOrderBeforeTheOnesBeforeAreAnswered()
    {
        ZoneCommand[] facts = [.. Enumerable.Range(1, 20).SelectMany(facility => new ZoneCommand[]
        {
            Control(facility), new ReportPlayerCaptures(100 + facility, Start, []),
        })];
        foreach (var fact in facts)
        {
            await Tell(fact);
        }

        var calls = new List<HeldGrains.Call>();
        foreach (var fact in facts)
        {
            calls.Add(await _grains.Next());
            Assert.Same(fact, calls[^1].Command);
        }

        calls.ForEach(call => call.Answer());
        await _dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(facts.Length, _measures.Of(10, _time.GetUtcNow()).Accepted);
    }

    [Theory]
    [MemberData(nameof(CommandsThatGoAlone))]
    public async Task CommandAboutTheWholeZone_GoesAlone(ZoneCommand command)
    {
        var (before, after) = (Control(1), Control(2));
        await Tell(before);
        await Tell(command);
        await Tell(after);

        foreach (var expected in new[] { before, command, after })
        {
            var call = await _grains.Next();
            Assert.Same(expected, call.Command);
            Assert.True(_grains.IsQuiet);
            call.Answer();
        }

        await _dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task FactsOfOneFacility_AreSentOneAfterTheOther()
    {
        ZoneCommand[] facts = [Control(77), new ReportPlayerCaptures(77, Start, []), Control(77)];
        foreach (var fact in facts)
        {
            await Tell(fact);
        }

        foreach (var fact in facts)
        {
            var call = await _grains.Next();
            Assert.Same(fact, call.Command);
            Assert.True(_grains.IsQuiet);
            call.Answer();
        }

        await _dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task World_IsToldOneThingAtATime()
    {
        WorldCommand[] commands = [new DescribeWorld("Miller"), new ReportOnline(true, Start), new ReportOnline(false, Start), new ReportFeedHealth(false, Start, "silent")];
        foreach (var command in commands)
        {
            await _target.Tell(10, command, default);
        }

        foreach (var command in commands)
        {
            var call = await _grains.Next();
            Assert.Same(command, call.Command);
            Assert.True(_grains.IsQuiet);
            call.Answer();
        }

        await _dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task FactThatFails_IsRepeated_WhileTheNextIsAnswered()
    {
        var (first, second) = (Control(1), Control(2));
        await Tell(first);
        await Tell(second);
        var failing = await _grains.Next();
        var next = await _grains.Next();

        failing.Result.SetException(new TimeoutException());
        next.Answer();
        await _time.WhenTimerIsDueBy(_time.GetUtcNow() + TimeSpan.FromSeconds(4)).WaitAsync(Safety);
        _time.Advance(TimeSpan.FromSeconds(4));

        var again = await _grains.Next();
        Assert.Same(first, again.Command);
        again.Answer();
        await _dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(2, _measures.Of(10, _time.GetUtcNow()).Accepted);
    }

    private ValueTask Tell(ZoneCommand command) => _target.Tell(10, 2, command, 1, default);

    private static ReportFacilityControl Control(int facility) => new(facility, Faction.VanuSovereignty, Faction.NewConglomerate, 60, null, Start);
}
