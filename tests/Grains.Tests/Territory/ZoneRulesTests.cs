using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class ZoneRulesTests
{
    [Fact]
    public void Alert_RunsFromItsStartToItsEnd()
    {
        var story = Open();

        story.Tell(new ReportMetagameEvent(Start.AddSeconds(10), 149, AlertState.Started, 7));
        story.Tell(new ReportMetagameEvent(Start.AddSeconds(20), 149, AlertState.XpBonusChanged, 7));
        Assert.Equal((149, Start.AddSeconds(10), AlertState.XpBonusChanged), (story.State.RunningAlert!.MetagameEventId, story.State.RunningAlert.StartedAt, story.State.RunningAlert.State));

        story.Tell(new ReportMetagameEvent(Start.AddSeconds(30), 149, AlertState.Ended, 7));
        Assert.Null(story.State.RunningAlert);
    }

    [Fact]
    public void Alert_SentTwiceOrLate_IsRefused()
    {
        var story = Open();
        var started = new ReportMetagameEvent(Start.AddSeconds(10), 149, AlertState.Started, 7);
        story.Tell(started);

        Assert.Equal(["duplicate"], story.Tell(started).Rejections.Select(rejection => rejection.Code));
        Assert.Equal(["late"], story.Tell(started with { Timestamp = Start }).Rejections.Select(rejection => rejection.Code));
    }

    [Fact]
    public void DynamicInstance_AfterAnHourOfSilence_RetiresAndReturnsWithTheNextEvent()
    {
        var story = new ZoneStory("ps2/10/282198111");
        story.Tell(Control(0, 310088, TerranRepublic, VanuSovereignty));

        story.Tell(new RetireIfSilent(story.Now - TimeSpan.FromMinutes(59)));
        Assert.False(story.State.Retired);
        story.Tell(new RetireIfSilent(story.Now - TimeSpan.FromHours(1)));
        Assert.True(story.State.Retired);
        Assert.Empty(story.Tell(new RetireIfSilent(story.Now - TimeSpan.FromHours(1))).Events);

        story.Tell(Control(5, 310088, VanuSovereignty, TerranRepublic));
        Assert.False(story.State.Retired);
    }

    [Fact]
    public void StaticZone_NeverRetires() =>
        Assert.Empty(Open().Tell(new RetireIfSilent(DateTimeOffset.UnixEpoch)).Events);

    [Fact]
    public void ConnectedTerritory_CountsOnlyWhatIsLinkedToTheOwnWarpgate()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));

        var control = TerritoryControl.Of(story.State);

        // VS: the tower is cut off by NC's outpost and the island is linked to nothing.
        var vs = control.Single(share => share.Faction == VanuSovereignty);
        Assert.Equal((2, 66.67, 0, 0.0), (vs.Facilities, vs.Percent, vs.ConnectedFacilities, vs.ConnectedPercent));

        // NC: its outpost is linked to VS' gate and to a tower of VS', not to its own gate.
        var nc = control.Single(share => share.Faction == NewConglomerate);
        Assert.Equal((1, 33.33, 0), (nc.Facilities, nc.Percent, nc.ConnectedFacilities));

        story.Tell(Control(70, Tower, VanuSovereignty, NewConglomerate));
        Assert.Equal(2, TerritoryControl.Of(story.State).Single(share => share.Faction == NewConglomerate).ConnectedFacilities);
    }

    [Fact]
    public void ConnectedTerritory_OfAZoneWithoutLattice_IsNotKnown()
    {
        var story = new ZoneStory();
        story.Tell(new LearnMap(Map with { Links = [] }));

        Assert.All(TerritoryControl.Of(story.State), share => Assert.Null(share.ConnectedPercent));
    }
}
