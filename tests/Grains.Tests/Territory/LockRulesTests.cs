using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class LockRulesTests
{
    [Fact]
    public void Zone_FirstSeenWithWarpgatesOfSeveralFactions_IsOpen()
    {
        var story = Open();

        Assert.Equal(ZoneStatus.Open, story.State.Status);
        Assert.Single(story.Events.OfType<ZoneUnlocked>());
    }

    [Fact]
    public void Zone_WhenAllWarpgatesShareAFaction_Locks()
    {
        var story = Open();

        story.Tell(Control(60, WarpgateNc, NewConglomerate, VanuSovereignty));
        Assert.Equal(ZoneStatus.Open, story.State.Status);
        story.Tell(Control(60, WarpgateTr, TerranRepublic, VanuSovereignty));

        Assert.Equal((ZoneStatus.Locked, VanuSovereignty), (story.State.Status, story.State.LockedBy));
        Assert.Equal(new ZoneLocked(Start.AddSeconds(60), VanuSovereignty, LockCause.Map), Assert.Single(story.Events.OfType<ZoneLocked>()));
    }

    [Fact]
    public void LockedZone_WhenAPollShowsAnotherFactionsWarpgate_Unlocks()
    {
        var story = WithMap();
        story.Tell(Poll(Start, NewConglomerate, NewConglomerate, NewConglomerate));
        Assert.Equal(ZoneStatus.Locked, story.State.Status);

        story.Tell(Poll(Start.AddSeconds(60), VanuSovereignty, NewConglomerate, TerranRepublic));

        Assert.Equal(ZoneStatus.Open, story.State.Status);
        Assert.Equal(NewConglomerate, story.Events.OfType<ZoneUnlocked>().Last().Previously);
    }

    [Fact]
    public void Zone_WithAWarpgateOfUnknownOwner_IsUnknown()
    {
        var story = WithMap();

        story.Tell(Control(0, WarpgateVs, None, VanuSovereignty));
        story.Tell(Control(0, WarpgateNc, None, VanuSovereignty));

        Assert.Equal(ZoneStatus.Unknown, story.State.Status);
    }

    [Fact]
    public void Zone_WithOneWarpgate_IsUnknown()
    {
        var story = new ZoneStory();
        story.Tell(new LearnMap(Map with { Regions = [.. Map.Regions.Where(region => region.FacilityId is WarpgateVs or Outpost)] }));

        story.Tell(Control(0, WarpgateVs, None, VanuSovereignty));

        Assert.Equal(ZoneStatus.Unknown, story.State.Status);
    }

    [Fact]
    public void ContinentLock_LocksBeforeItsBurstAndAddsThePopulations()
    {
        var story = Open();
        var populations = new Populations(36, 39, 23);

        story.Tell(new ReportContinentLock(Start.AddSeconds(60), NewConglomerate, None, populations, null));
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));
        Assert.Equal((ZoneStatus.Locked, NewConglomerate, LockCause.ContinentLock), (story.State.Status, story.State.LockedBy, story.State.StatusCause));
        Assert.Equal(populations, story.State.LastLock?.Populations);

        story.Tell(Control(61, WarpgateVs, VanuSovereignty, NewConglomerate));
        story.Tell(Control(61, WarpgateTr, TerranRepublic, NewConglomerate));

        Assert.Single(story.Events.OfType<ZoneLocked>());
        Assert.Equal(ZoneStatus.Locked, story.State.Status);
    }

    [Fact]
    public void ContinentLock_WithoutFaction_LocksAndTheMapTellsByWhom()
    {
        var story = Open();

        story.Tell(new ReportContinentLock(Start.AddSeconds(60), null, null, null, null));
        Assert.Equal((ZoneStatus.Locked, null), (story.State.Status, story.State.LockedBy));

        story.Tell(Control(61, WarpgateVs, VanuSovereignty, NewConglomerate));
        story.Tell(Control(61, WarpgateTr, TerranRepublic, NewConglomerate));
        Assert.Equal(NewConglomerate, story.State.LockedBy);
    }

    [Fact]
    public void ContinentLock_AfterTheBurstThatLocked_OnlyAddsThePopulations()
    {
        var story = Open();
        story.Tell(Control(60, WarpgateVs, VanuSovereignty, NewConglomerate));
        story.Tell(Control(60, WarpgateTr, TerranRepublic, NewConglomerate));

        var decision = story.Tell(new ReportContinentLock(Start.AddSeconds(59), NewConglomerate, None, new(1, 2, 3), null));

        Assert.IsType<ContinentLockReported>(Assert.Single(decision.Events));
    }

    [Fact]
    public void ContinentLock_ThatTheWarpgatesNeverConfirm_EndsAfterItsBurst()
    {
        var story = Open();
        story.Tell(new ReportContinentLock(Start.AddSeconds(60), NewConglomerate, None, null, null));

        story.Tell(Poll(Start.AddSeconds(80), VanuSovereignty, NewConglomerate, TerranRepublic));
        Assert.Equal(ZoneStatus.Locked, story.State.Status);
        story.Tell(Poll(Start.AddSeconds(91), VanuSovereignty, NewConglomerate, TerranRepublic));

        Assert.Equal(ZoneStatus.Open, story.State.Status);
    }

    [Fact]
    public void ContinentLock_SentTwice_IsADuplicate()
    {
        var story = Open();
        var report = new ReportContinentLock(Start.AddSeconds(60), NewConglomerate, None, new(1, 2, 3), 149);
        story.Tell(report);

        Assert.Equal(["duplicate"], story.Tell(report).Rejections.Select(rejection => rejection.Code));
    }

    [Fact]
    public void ContinentLock_OlderThanTheUnlock_IsLate()
    {
        var story = Open();

        Assert.Equal(["late"], story.Tell(new ReportContinentLock(Start.AddSeconds(-5), NewConglomerate, None, null, null)).Rejections.Select(rejection => rejection.Code));
        Assert.Equal(ZoneStatus.Open, story.State.Status);
    }
}
