using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class PlayerCaptureRulesTests
{
    [Fact]
    public void DroppedFacilityControl_IsToldByThePlayersMajority()
    {
        var story = Open();

        story.Tell(Players(60, Outpost, NewConglomerate, NewConglomerate, TerranRepublic));

        var facility = story.State.Facilities[Outpost];
        Assert.Equal((NewConglomerate, null, Start.AddSeconds(60), ChangeSource.PlayerFacilityCapture), (facility.Owner, facility.OutfitId, facility.CapturedAt, facility.Source));
        Assert.Equal(3, facility.Participants.Length);
    }

    [Theory]
    [InlineData(NsOperatives, NsOperatives)]
    [InlineData(NewConglomerate, TerranRepublic)]
    [InlineData(None, None)]
    public void PlayersWithoutMajority_ChangeNothing(Faction first, Faction second)
    {
        var story = Open();

        var decision = story.Tell(Players(60, Outpost, first, second));

        Assert.Equal(["no-majority"], decision.Rejections.Select(rejection => rejection.Code));
        Assert.Equal(VanuSovereignty, story.OwnerOf(Outpost));
    }

    [Fact]
    public void Mercenaries_CountForNobody()
    {
        var story = Open();

        story.Tell(Players(60, Outpost, NsOperatives, NsOperatives, NewConglomerate));

        Assert.Equal(NewConglomerate, story.OwnerOf(Outpost));
    }

    [Theory]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    public void PlayersWithinASecondOfAFacilityControl_AreItsParticipants(int second)
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, TerranRepublic, outfit: 37));

        var decision = story.Tell(Players(second, Outpost, NewConglomerate, NewConglomerate));

        Assert.IsType<ParticipantsJoined>(Assert.Single(decision.Events));
        var facility = story.State.Facilities[Outpost];
        Assert.Equal((TerranRepublic, 37L, 2), (facility.Owner, facility.OutfitId, facility.Participants.Length));
    }

    [Fact]
    public void FacilityControlAfterItsPlayers_TakesOverAndKeepsThemAndIsNotCountedTwice()
    {
        var story = Open();
        story.Tell(Players(61, Outpost, TerranRepublic, TerranRepublic));

        var decision = story.Tell(Control(60, Outpost, VanuSovereignty, TerranRepublic, outfit: 37));

        Assert.True(Assert.IsType<FacilityCaptured>(Assert.Single(decision.Events)).Restates);
        var facility = story.State.Facilities[Outpost];
        Assert.Equal((TerranRepublic, 37L, Start.AddSeconds(60), 2), (facility.Owner, facility.OutfitId, facility.CapturedAt, facility.Participants.Length));
    }

    [Fact]
    public void TheSamePlayersAgain_AreADuplicate()
    {
        var story = Open();
        story.Tell(Players(60, Outpost, NewConglomerate, NewConglomerate));

        var again = story.Tell(Players(60, Outpost, NewConglomerate, NewConglomerate));

        Assert.Empty(again.Events);
        Assert.Equal(["duplicate"], again.Rejections.Select(rejection => rejection.Code));
    }
}
