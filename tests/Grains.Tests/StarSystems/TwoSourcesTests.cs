using OrleansGameState.Grains.Interfaces.StarSystems;
using static OrleansGameState.Grains.Tests.StarSystems.SystemStory;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>Observations, and another detector that saw the same.</summary>
public sealed class TwoSourcesTests
{
    [Fact]
    public void RelayedTick_IsPassedOnAsItWasTold()
    {
        var story = new SystemStory();
        var tick = Relayed(0, 60, TickPass.Either) with { Extra = """{"x": 1}""" };

        story.Tell(new ReportSystemTick(tick));

        var ticked = Assert.Single(story.Ticks);
        Assert.Equal((tick, null, false), (ticked.Tick, ticked.Observation, ticked.Reverts));
        Assert.Equal(Name, story.State.Name);
        Assert.Equal([StarSystemKeys.Name(Name), StarSystemKeys.Galaxy], story.Owed.Select(owed => owed.Target));
        Assert.Empty(story.Tell(new ReportSystemTick(tick)).Events);
    }

    [Theory]
    [InlineData(TickPass.State)]
    [InlineData(TickPass.Inf)]
    [InlineData(TickPass.Either)]
    public void Tick_ToldByBoth_IsOne(TickPass pass)
    {
        Assert.IsType<SystemTicked>(Assert.Single(Told(relayFirst: true).Events, @event => @event is SystemTicked));
        Assert.Single(Told(relayFirst: false).Ticks);
        Assert.Equal(Start.AddMinutes(60), Told(relayFirst: true).State.Last!.ObservedAt);

        SystemStory Told(bool relayFirst)
        {
            var story = Observed();
            var relayed = new ReportSystemTick(Relayed(2, 60, pass));
            var observed = Seen(60, Faction("A", pass == TickPass.State ? 0.6m : 0.5m, pass == TickPass.Inf ? "Boom" : "Bust"), Faction("B", pass == TickPass.State ? 0.4m : 0.5m));
            if (relayFirst)
            {
                story.Tell(relayed);
            }

            story.See(observed);
            story.Tell(relayed);
            return story;
        }
    }

    [Fact]
    public void StatePassThenInfluencePass_AreTwo_WhoeverTells()
    {
        var story = Observed();
        story.Tell(new ReportSystemTick(Relayed(0, 60, TickPass.State)));
        story.See(Seen(60, Faction("A", 0.6m, "Bust"), Faction("B", 0.4m)));
        story.See(Seen(120, Faction("A", 0.5m, "Bust"), Faction("B", 0.5m)));
        story.Tell(new ReportSystemTick(Relayed(60, 120, TickPass.Inf)));

        Assert.Equal([TickPass.State, TickPass.Inf], story.Ticks.Select(ticked => ticked.Tick.Metrics.TickPass));
        Assert.Equal([TickSource.Relayed, TickSource.Observed], story.Ticks.Select(ticked => ticked.Tick.Source));
    }

    [Fact]
    public void RelayedEither_AfterBothPasses_IsKnown()
    {
        var story = Observed();
        story.See(Seen(60, Faction("A", 0.6m, "Bust"), Faction("B", 0.4m)));
        story.See(Seen(120, Faction("A", 0.5m, "Bust"), Faction("B", 0.5m)));

        Assert.Empty(story.Tell(new ReportSystemTick(Relayed(0, 120, TickPass.Either))).Events);
    }

    [Fact]
    public void GapInTenthsOfMinutes_DoesNotReachIntoTheTickBefore()
    {
        var story = new SystemStory();
        story.Tell(new ReportSystemTick(Relayed(0, 60, TickPass.Inf)));

        Assert.Single(story.Tell(new ReportSystemTick(Relayed(59.95, 1500, TickPass.Inf))).Events);
    }

    [Fact]
    public void RelayedTick_OlderThanWhatIsKnown_IsKnown()
    {
        var story = new SystemStory();
        story.Tell(new ReportSystemTick(Relayed(1440, 1500, TickPass.Either)));

        Assert.Empty(story.Tell(new ReportSystemTick(Relayed(0, 60, TickPass.Inf))).Events);
        Assert.Empty(story.Tell(new ReportSystemTick(Relayed(60, 60, TickPass.State))).Events);
    }

    [Fact]
    public void GapBelowNought_IsNought()
    {
        var story = new SystemStory();

        story.Tell(new ReportSystemTick(Relayed(70, 60, TickPass.Inf)));

        Assert.Equal(Start.AddMinutes(60), Assert.Single(story.Ticks).Tick.Since);
        Assert.Empty(story.Tell(new ReportSystemTick(Relayed(70, 60, TickPass.Inf))).Events);
    }

    [Fact]
    public void TickOfAnotherSystem_IsRefused() => Assert.Equal(
        "other-system",
        CodeOf(new SystemStory().Tell(new ReportSystemTick(Relayed(0, 60, TickPass.Inf) with { SystemAddress = 5 }))));

    [Fact]
    public void FactionChanges_ToldByBoth_AreToldOnce()
    {
        var story = Observed();
        story.Tell(new ReportFactionChanges(Changes(61, [], ["C"])));
        story.See(Seen(60, Faction("A", 0.5m, "Boom"), Faction("C", 0.5m)));
        story.Tell(new ReportFactionChanges(Changes(61, ["B"], ["C"])));

        Assert.Equal(["+C", "-B", "+C"], story.Events.OfType<FactionsChanged>().SelectMany(Words));
    }

    [Fact]
    public void FactionChanges_TheNextDay_AreNews()
    {
        var story = new SystemStory();
        story.Tell(new ReportFactionChanges(Changes(0, [], ["C"])));

        Assert.Empty(story.Tell(new ReportFactionChanges(Changes(1439, [], ["C"]))).Events);
        Assert.Empty(story.Tell(new ReportFactionChanges(Changes(0, [], []))).Events);
        Assert.Single(story.Tell(new ReportFactionChanges(Changes(1440, [], ["C"]))).Events);
    }

    [Fact]
    public void Expansion_ToldByBoth_IsToldOnce()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.8m), Faction("B", 0.2m)));
        story.See(Seen(60, Faction("A", 0.65m, "||Expansion"), Faction("B", 0.35m)));

        Assert.Empty(story.Tell(new ReportExpansion(Expansion(60, "A"))).Events);
        Assert.Single(story.Tell(new ReportExpansion(Expansion(70, "B"))).Events);
        Assert.Single(story.Tell(new ReportExpansion(Expansion(1600, "B"))).Events);
        Assert.Equal([TickSource.Observed, TickSource.Relayed, TickSource.Relayed], story.Events.OfType<FactionExpandedFrom>().Select(expansion => expansion.Source));
    }

    private static FactionsChanged Changes(double minutes, string[] retreated, string[] arrived) =>
        new(Start.AddMinutes(minutes), Name, Address, false, new([.. retreated], [.. arrived]), TickSource.Relayed, "");

    private static FactionExpandedFrom Expansion(double minutes, string faction) =>
        new(Start.AddMinutes(minutes), Name, Address, false, faction, 0.15m, true, TickSource.Relayed, "");

    private static IEnumerable<string> Words(FactionsChanged changed) =>
        changed.FactionChanges.Retreated.Select(name => $"-{name}").Concat(changed.FactionChanges.Arrived.Select(name => $"+{name}"));

    private static SystemStory Observed()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));
        return story;
    }
}
