using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class MapRulesTests
{
    [Fact]
    public void Map_WithARegionThatCannotBeStored_IsLearnedWithoutIt()
    {
        var story = new ZoneStory();
        var map = Map with { Regions = [.. Map.Regions.Select(region => region.FacilityId == Outpost ? region with { Name = "Out\0post" } : region.FacilityId == Tower ? region with { Type = "\uDF0D" } : region)] };

        var decision = story.Tell(new LearnMap(map));

        Assert.Equal(
            [("unstorable-text", "map.regions.name", "Region 2010's"), ("unstorable-text", "map.regions.type", "Region 2011's")],
            decision.Rejections.Select(rejection => (rejection.Code, rejection.Field, rejection.Message[..13])));
        Assert.Equal(Map.Regions.Where(region => region.FacilityId is not (Outpost or Tower)), story.State.Map!.Regions);
        Assert.Empty(story.Tell(new LearnMap(map)).Events);
        Assert.Equal(["unknown-facility"], story.Tell(Control(1, Outpost, Faction.None, Faction.VanuSovereignty)).Rejections.Select(rejection => rejection.Code));
    }

    [Fact]
    public void Map_WhoseNameCannotBeStored_IsRefused()
    {
        var story = new ZoneStory();

        story.Tell(new LearnMap(Map with { Name = "\0" }));
        story.Tell(new LearnMap(Map with { Digest = "\uD83C" }));

        Assert.Equal([("unstorable-text", "map.name"), ("unstorable-text", "map.digest")], story.Rejections.Select(rejection => (rejection.Code, rejection.Field)));
        Assert.Equal((null, 0), (story.State.Map, story.Events.Count));
    }

    [Fact]
    public void FirstPoll_TellsOwnersAndIsNoCapture()
    {
        var story = Open();

        Assert.Equal(6, story.Events.OfType<FacilityOwnerLearned>().Count());
        Assert.Empty(story.Events.OfType<FacilityCaptured>());
        Assert.Null(story.State.Facilities[Outpost].CapturedAt);
    }

    [Fact]
    public void PollThatDiffers_IsACaptureOfUncertainTimeWithoutOutfit()
    {
        var story = Open();

        story.Tell(PollOf(60, Outpost, TerranRepublic));

        var facility = story.State.Facilities[Outpost];
        Assert.Equal((TerranRepublic, null, Start.AddSeconds(60), 10, ChangeSource.MapPoll), (facility.Owner, facility.OutfitId, facility.CapturedAt, facility.UncertaintySeconds, facility.Source));
    }

    [Fact]
    public void PollThatAgrees_ChangesNothing()
    {
        var story = Open();
        var before = story.State;

        var decision = story.Tell(PollOf(60, Outpost, VanuSovereignty));

        Assert.Empty(decision.Events);
        Assert.Empty(decision.Rejections);
        Assert.Same(before, story.State);
    }

    [Theory]
    [InlineData(50, 0, TerranRepublic)]
    [InlineData(64, 5, TerranRepublic)]
    [InlineData(60, 0, TerranRepublic)]
    [InlineData(61, 0, NewConglomerate)]
    [InlineData(66, 5, NewConglomerate)]
    public void Poll_AskedForBeforeAnEventAndTheCacheLag_DoesNotUndoIt(int askedAt, int lag, Faction owner)
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, TerranRepublic));

        story.Tell(PollOf(askedAt, Outpost, NewConglomerate, lag));

        Assert.Equal(owner, story.OwnerOf(Outpost));
    }

    [Fact]
    public void EventOlderThanAPollThatChangedNothing_IsLate()
    {
        var story = Open();
        story.Tell(PollOf(60, Outpost, VanuSovereignty));

        var decision = story.Tell(Control(30, Outpost, VanuSovereignty, TerranRepublic));

        Assert.Equal(["late"], decision.Rejections.Select(rejection => rejection.Code));
        Assert.Equal(VanuSovereignty, story.OwnerOf(Outpost));
    }

    [Fact]
    public void FacilityControlOfACaptureThatAPollToldOf_RestatesIt()
    {
        var story = Open();
        story.Tell(PollOf(60, Outpost, TerranRepublic, lag: 5));

        var decision = story.Tell(Control(58, Outpost, VanuSovereignty, TerranRepublic, outfit: 37));

        Assert.True(Assert.IsType<FacilityCaptured>(Assert.Single(decision.Events)).Restates);
        Assert.Equal((37L, Start.AddSeconds(58)), (story.State.Facilities[Outpost].OutfitId, story.State.Facilities[Outpost].CapturedAt));
    }

    [Fact]
    public void PollBeforeTheMapIsKnown_IsRefused() =>
        Assert.Equal(["map-unknown"], new ZoneStory().Tell(PollOf(0, Outpost, VanuSovereignty)).Rejections.Select(rejection => rejection.Code));

    [Fact]
    public void PollWithoutRegions_IsNotAnEmptyContinent()
    {
        var story = Open();

        var decision = story.Tell(new ReportMap(Start.AddSeconds(60), 0, 10, []));

        Assert.Equal(["empty-map"], decision.Rejections.Select(rejection => rejection.Code));
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void UnknownRegion_IsRefusedAndTheRestIsTaken()
    {
        var story = WithMap();

        var decision = story.Tell(new ReportMap(Start, 0, 10, [new(1, VanuSovereignty), new(Outpost + 2000, TerranRepublic)]));

        Assert.Equal(["unknown-region"], decision.Rejections.Select(rejection => rejection.Code));
        Assert.Equal(TerranRepublic, story.OwnerOf(Outpost));
    }

    [Fact]
    public void TheSameMapReadOnAnotherDay_IsTheSameMap()
    {
        var story = WithMap();

        Assert.Empty(story.Tell(new LearnMap(Map with { Version = Map.Version.AddDays(1) })).Events);
        Assert.IsType<ZoneMapChanged>(Assert.Single(story.Tell(new LearnMap(Map with { Digest = "digest-2" })).Events));
    }
}
