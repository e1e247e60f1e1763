using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class FacilityControlRulesTests
{
    [Fact]
    public void Facility_WhenControlChanges_BelongsToTheTakerWithItsOutfitAndTime()
    {
        var story = Open();

        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate, held: 60, outfit: 37));

        var facility = story.State.Facilities[Outpost];
        Assert.Equal((NewConglomerate, 37L, Start.AddSeconds(60), 0, ChangeSource.FacilityControl), (facility.Owner, facility.OutfitId, facility.CapturedAt, facility.UncertaintySeconds, facility.Source));
    }

    [Fact]
    public void FacilityControl_SentTwice_IsADuplicateAndChangesNothing()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));
        var before = story.State;

        var again = story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));

        Assert.Empty(again.Events);
        Assert.Equal(["duplicate"], again.Rejections.Select(rejection => rejection.Code));
        Assert.Same(before, story.State);
    }

    [Fact]
    public void FacilityControl_OlderThanTheFacilitysLast_IsLate()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));

        var late = story.Tell(Control(30, Outpost, VanuSovereignty, TerranRepublic));

        Assert.Equal(["late"], late.Rejections.Select(rejection => rejection.Code));
        Assert.Equal(NewConglomerate, story.OwnerOf(Outpost));
    }

    [Fact]
    public void FacilityControl_OlderThanAnotherFacilitysLast_IsNotLate()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate));

        var earlier = story.Tell(Control(30, Tower, VanuSovereignty, TerranRepublic));

        Assert.Empty(earlier.Rejections);
        Assert.Equal(TerranRepublic, story.OwnerOf(Tower));
    }

    [Fact]
    public void FacilityControl_YearsOldByTheClock_IsNotLate()
    {
        var story = new ZoneStory { Now = Start.AddYears(9) };

        Assert.Empty(story.Tell(Control(0, Outpost, VanuSovereignty, NewConglomerate)).Rejections);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void FacilityControl_AheadOfTheClock_IsJunkFromMoreThanThreeSeconds(int ahead, bool accepted)
    {
        var story = new ZoneStory { Now = Start };

        var decision = story.Tell(Control(ahead, Outpost, VanuSovereignty, NewConglomerate));

        Assert.Equal(accepted ? [] : ["future"], decision.Rejections.Select(rejection => rejection.Code));
    }

    [Fact]
    public void Resecure_IsADefenceNotACapture()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate, outfit: 37));

        var decision = story.Tell(Control(90, Outpost, NewConglomerate, NewConglomerate, outfit: 38));

        Assert.IsType<FacilityDefended>(Assert.Single(decision.Events));
        var facility = story.State.Facilities[Outpost];
        Assert.Equal((NewConglomerate, 37L, Start.AddSeconds(60)), (facility.Owner, facility.OutfitId, facility.CapturedAt));
    }

    [Fact]
    public void Resecure_ByAFactionNotKnownToHoldIt_TellsWhoHoldsItAndSinceWhen()
    {
        var story = Open();

        story.Tell(Control(90, Outpost, TerranRepublic, TerranRepublic, held: 30));

        var facility = story.State.Facilities[Outpost];
        Assert.Equal((TerranRepublic, Start.AddSeconds(60)), (facility.Owner, facility.CapturedAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoControlsOfOneSecond_ChainByWhoLost(bool inOrder)
    {
        var story = new ZoneStory();
        ReportFacilityControl[] chain = [Control(0, Outpost, None, VanuSovereignty, held: 1405291744), Control(0, Outpost, VanuSovereignty, TerranRepublic, held: 0)];

        foreach (var command in inOrder ? chain : chain.Reverse())
        {
            Assert.Empty(story.Tell(command).Rejections);
        }

        Assert.Equal(TerranRepublic, story.OwnerOf(Outpost));
        Assert.Equal(2, story.Events.OfType<FacilityCaptured>().Count());
    }

    [Fact]
    public void ChainThatReturnsToWhereItBegan_EndsThere()
    {
        var story = new ZoneStory();

        story.Tell(Control(0, Outpost, TerranRepublic, VanuSovereignty, held: 0));
        story.Tell(Control(0, Outpost, VanuSovereignty, TerranRepublic, held: 500));

        Assert.Equal(VanuSovereignty, story.OwnerOf(Outpost));
    }

    [Fact]
    public void UnknownFacility_OfAKnownMap_IsRefusedByName()
    {
        var story = WithMap();

        var decision = story.Tell(Control(0, 400127, VanuSovereignty, TerranRepublic));

        var rejection = Assert.Single(decision.Rejections);
        Assert.Equal(("unknown-facility", "facilityId"), (rejection.Code, rejection.Field));
    }

    [Fact]
    public void Facility_OfAZoneWithoutMap_IsTakenAtItsWord()
    {
        var story = new ZoneStory("ps2/10/282198111");

        story.Tell(Control(0, 310088, TerranRepublic, VanuSovereignty));

        Assert.Equal(VanuSovereignty, story.OwnerOf(310088));
    }
}
