using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.Tests.StarSystems.Simulation;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class GalaxyRulesTests
{
    private const double Hour = 60;

    private readonly GalaxyStory _story = new();

    [Fact]
    public void Change_OfOneSystem_CallsNothing()
    {
        var decision = _story.Note(1, -20, 0);

        Assert.IsType<StateChangeNoted>(Assert.Single(decision.Events));
        Assert.Empty(_story.Called);
    }

    [Fact]
    public void Changes_ThatComeSteadily_CallNothing()
    {
        for (var minute = 0; minute < 24 * Hour; minute += 3)
        {
            _story.Note(minute, minute - 30, minute);
        }

        Assert.Empty(_story.Called);
    }

    [Fact]
    public void Changes_OfManySystemsAtOnce_CallATick_DoubtfulFirstAndThenConfirmed()
    {
        _story.Run(0, 30);

        var called = Assert.Single(_story.Called);
        Assert.Equal("20260516T1418Z", called.Id);
        Assert.Equal(GalaxyStory.At(0), called.StartedAt);
        Assert.Equal(1000, called.First.SystemAddress);
        Assert.Equal(GalaxyTickStanding.Doubtful, called.Standing);
        Assert.InRange(called.Confidence, 0.9, 0.999);
        var revised = Assert.Single(_story.Revised);
        Assert.Equal(called with { Standing = GalaxyTickStanding.Confirmed, Confidence = revised.Tick.Confidence, Systems = revised.Tick.Systems }, revised.Tick);
        Assert.InRange(revised.Tick.Confidence, 0.999, 1);
        Assert.Empty(_story.State.Evidence);
    }

    [Fact]
    public void Run_AfterFalseChanges_BeginsWithItself()
    {
        for (var minute = -180; minute < 0; minute += 20)
        {
            _story.Note(-minute, minute - 30, minute);
        }

        _story.Run(0, 20);

        Assert.Equal(GalaxyStory.At(0), Assert.Single(_story.Called).StartedAt);
    }

    [Fact]
    public void Intent_ThatIsRepeated_ChangesNothing()
    {
        var repeats = new List<int>();
        for (var system = 0; system < 30; system++)
        {
            _story.Note(system, system - 20, system * 0.5);
            repeats.Add(_story.Note(system, system - 20, system * 0.5).Events.Length);
        }

        Assert.All(repeats, events => Assert.Equal(0, events));
        Assert.Single(_story.Called);
    }

    [Fact]
    public void Change_ThatIsWithdrawn_IsNoEvidence()
    {
        for (var system = 0; system < 30; system++)
        {
            _story.Note(system, (system * 0.5) - 20, system * 0.5);
            _story.Withdraw(system, (system * 0.5) + 0.2);
        }

        Assert.Empty(_story.Called);
        Assert.Empty(_story.State.Evidence);
        Assert.Empty(_story.Withdraw(3, 20).Events);
    }

    [Fact]
    public void Change_ThatTheLastTickExplains_IsNotNoted()
    {
        _story.Run(0, 30);

        Assert.Empty(_story.Note(1, -300, 100).Events);
        Assert.Empty(_story.Note(2, (8 * Hour) - 1, 20 * Hour).Events);
        Assert.NotEmpty(_story.Note(3, 8 * Hour, 20 * Hour).Events);
    }

    [Fact]
    public void SecondRun_WithinTheMinimum_IsNoTick()
    {
        _story.Run(0, 30);
        _story.Run(11 * Hour, 30, first: 5000);
        Assert.Single(_story.Called);

        _story.Run(24 * Hour, 30, first: 9000);
        Assert.Equal(["20260516T1418Z", "20260517T1418Z"], _story.Called.Select(tick => tick.Id));
    }

    [Fact]
    public void LateMessage_MovesTheStart_AndKeepsTheId()
    {
        _story.Run(0, 30);

        _story.Note(1, -40, -5, now: 40);

        Assert.Equal(GalaxyStory.At(-5), _story.Tick.StartedAt);
        Assert.Equal("20260516T1418Z", _story.Tick.Id);
        Assert.Equal(1, _story.Tick.First.SystemAddress);
        Assert.Equal(GalaxyTickStanding.Confirmed, _story.Tick.Standing);
        Assert.Empty(_story.Note(1, -40, -5, now: 41).Events);
        Assert.Empty(_story.Note(2, -70, -50, now: 41).Events);
    }

    [Fact]
    public void LateMessage_OfTheTickBefore_DoesNotMoveTheStart()
    {
        _story.Run(-24 * Hour, 30);
        _story.Run(0, 30, first: 5000);

        Assert.Empty(_story.Note(1, -17 * Hour, -5, now: 40).Events);
    }

    [Fact]
    public void RelayedTick_IsCalledAtOnce_AndConfirmedBySystems()
    {
        _story.Relay(0);
        var called = Assert.Single(_story.Called);
        Assert.Equal((GalaxyTickStanding.Doubtful, 0.9), (called.Standing, called.Confidence));
        Assert.Empty(_story.Relay(0).Events);
        Assert.Empty(_story.Relay(3 * Hour).Events);

        _story.Run(4, 30);

        Assert.Single(_story.Called);
        Assert.Equal((called.Id, GalaxyTickStanding.Confirmed, called.StartedAt), (_story.Tick.Id, _story.Tick.Standing, _story.Tick.StartedAt));
    }

    [Fact]
    public void RelayedTick_AfterOurs_ChangesNothingUnlessItBeganEarlier()
    {
        _story.Run(0, 30);

        Assert.Empty(_story.Relay(2, now: 20).Events);
        _story.Relay(-3, now: 20);

        Assert.Equal(GalaxyStory.At(-3), _story.Tick.StartedAt);
        Assert.Single(_story.Called);
    }

    [Fact]
    public void RelayedTick_ThatNoSystemBearsOut_IsTakenBackOnce()
    {
        _story.Relay(0);
        Assert.Empty(_story.Review(119).Events);

        _story.Review(121);
        _story.Review(122);

        var revised = Assert.Single(_story.Revised);
        Assert.Equal(("20260516T1418Z", GalaxyTickStanding.Withdrawn), (revised.Tick.Id, revised.Tick.Standing));
        Assert.Null(_story.State.LastTick);
        Assert.Empty(_story.Relay(0, now: 130).Events);
        _story.Run(200, 30);
        Assert.Equal(GalaxyStory.At(200), _story.State.LastTick?.StartedAt);
    }

    [Fact]
    public void RelayedTick_ThatWasFalse_DoesNotLendItsStartToTheTrueOne()
    {
        _story.Relay(0);

        _story.Run(90, 30);

        Assert.Equal(("20260516T1418Z", GalaxyTickStanding.Confirmed, GalaxyStory.At(90)), (_story.Tick.Id, _story.Tick.Standing, _story.Tick.StartedAt));
    }

    [Fact]
    public void DoubtfulTick_IsNotTakenBack_WhileNothingIsHeard()
    {
        _story.Traffic.Add(GalaxyStory.At(-60), 100);
        _story.Relay(0);
        for (var minute = 1; minute <= 300; minute++)
        {
            _story.Traffic.Add(GalaxyStory.At(minute), 0);
            Assert.Empty(_story.Review(minute).Events);
        }
    }

    [Theory]
    [InlineData(6, "future")]
    [InlineData(-361, "older")]
    public void RelayedTick_OfAnotherTime_IsRefused(double at, string code) =>
        Assert.Equal(code, Assert.Single(_story.Relay(at, now: 0).Rejections).Code);

    [Fact]
    public void Overdue_IsToldOnce_AndEndsWithTheNextTick()
    {
        _story.Run(0, 30);
        Assert.Empty(_story.Review((26 * Hour) - 1).Events);

        var overdue = Assert.IsType<GalaxyTickOverdue>(Assert.Single(_story.Review(26 * Hour).Events));
        Assert.Equal(_story.Tick.StartedAt, overdue.LastTick);
        Assert.Equal(GalaxyStory.At(26 * Hour), _story.State.OverdueSince);
        Assert.Empty(_story.Review(27 * Hour).Events);

        _story.Run(28 * Hour, 30, first: 5000);
        Assert.Null(_story.State.OverdueSince);
    }

    [Fact]
    public void Overdue_WhereNoTickIsKnown_CountsFromWhatWasHeardFirst()
    {
        Assert.Empty(_story.Review(100 * Hour).Events);
        _story.Note(1, 99 * Hour, 100 * Hour);

        Assert.Empty(_story.Review(125 * Hour).Events);
        Assert.Null(Assert.IsType<GalaxyTickOverdue>(Assert.Single(_story.Review(127 * Hour).Events)).LastTick);
    }

    [Fact]
    public void Change_ThatIsVeryLate_IsNotNoted()
    {
        Assert.Empty(_story.Note(1, -500, -400, now: 0).Events);
        _story.Note(2, -30, 0);
        Assert.Empty(_story.Note(3, -80, -61, now: 1).Events);
    }

    [Fact]
    public void Evidence_StaysBounded()
    {
        // Two hours later than any tick, so that none is called and nothing ends.
        _story.Run(0, 30);
        for (var system = 0; system < 1000; system++)
        {
            _story.Note(10_000 + system, (8 * Hour) + 1, (9 * Hour) + (system * 0.01));
        }

        Assert.Equal(GalaxyState.EvidenceLimit, _story.State.Evidence.Length);
        Assert.Single(_story.Called);
    }

    [Fact]
    public void Hours_AreCountedUpOnce_InTheirOrder()
    {
        var hour = new DateTimeOffset(2026, 5, 16, 14, 0, 0, TimeSpan.Zero);
        HourTally[] tallies = [new(hour.AddHours(1), 2, 1, [], []), new(hour, 5, 3, [], [])];

        _story.Execute(new CloseHours([.. tallies]), 200);
        Assert.Empty(_story.Execute(new CloseHours([.. tallies]), 200).Events);

        Assert.Equal([5, 2], _story.State.Hours.Select(tally => tally.SystemTicks));
    }

    [Fact]
    public void Feed_DegradesAndRecovers_OnceEach()
    {
        ReportGalaxyFeed Report(bool healthy) => new("eddn", healthy, GalaxyStory.Start, "silent");

        Assert.Empty(_story.Execute(Report(true), 0).Events);
        Assert.Single(_story.Execute(Report(false), 0).Events);
        Assert.Empty(_story.Execute(Report(false), 1).Events);
        Assert.Equal("silent", _story.State.Troubles["eddn"].Reason);
        Assert.Single(_story.Execute(Report(true), 2).Events);
        Assert.Empty(_story.State.Troubles);
        Assert.Equal("unstorable-text", Assert.Single(_story.Execute(Report(false) with { Feed = "a\0" }, 3).Rejections).Code);
    }

    // As late as messages come in order: a change may be told up to two minutes after those that follow it.
    [Fact]
    public void Order_OfEvidence_MakesNoDifferenceToTheStart()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var dice = new Dice(seed);
            var changes = Enumerable.Range(0, 60).Select(index => (Told: GalaxyStory.Change(index, (index * 0.5) - dice.Between(3, 40), index * 0.5), Now: index * 0.5)).ToArray();
            var ordered = Told(changes);
            var shuffled = Told([.. changes.Select(change => change with { Now = change.Now + dice.Between(0, 2) }).OrderBy(change => change.Now)]);

            var (first, second) = (Assert.Single(ordered.State.Ticks), Assert.Single(shuffled.State.Ticks));
            Assert.Equal((first.StartedAt, first.First.SystemAddress, first.Standing), (second.StartedAt, second.First.SystemAddress, second.Standing));
            Assert.Single(ordered.Called);
            Assert.Equal(first.Id, second.Id);
        }
    }

    private static GalaxyStory Told((StateChangeNoted Told, double Now)[] changes)
    {
        var story = new GalaxyStory();
        foreach (var (told, now) in changes)
        {
            story.Tell(told, now);
        }

        return story;
    }
}
