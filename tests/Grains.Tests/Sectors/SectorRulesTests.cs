using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class SectorRulesTests
{
    private static readonly SectorState Empty = SectorState.Initial(SectorKeys.Sector(Universe, "1")).Apply(new SectorCharted(At(0), 1, Sector("1"), []));
    private static readonly Ship Wreck = new("w", "Wreck", "");

    [Fact]
    public void PlayerWhoComes_IsListed_WithTheirShip()
    {
        var sector = After(Empty.Apply(new SectorCharted(At(0), 2, Sector("1"), [Entry("ada").Ship, Wreck])), Joined("ada", 5), 5);

        Assert.Equal(Entry("ada", 5), Assert.Single(sector.Players.Values));
        Assert.Equal(["w"], sector.Parked.Keys);
        Assert.Equal(5, sector.Heard["ada"]);
    }

    [Fact]
    public void PlayerWhoGoes_IsListedNoMore()
    {
        var sector = After(After(Empty, Joined("ada", 5), 5), Left("ada", 6), 6);

        Assert.Empty(sector.Players);
        Assert.Empty(sector.Parked);
        Assert.Equal(6, sector.Heard["ada"]);
    }

    [Fact]
    public void WhatComesAgain_ChangesNothing()
    {
        var sector = After(After(Empty, Joined("ada", 5), 5), Left("ada", 6), 6);

        Assert.Empty(SectorRules.Hear(sector, Joined("ada", 5), 5).Events);
        Assert.Empty(SectorRules.Hear(sector, Left("ada", 6), 6).Events);
        Assert.Empty(SectorRules.Hear(sector, Changed("ada", 5), 5).Events);
    }

    [Fact]
    public void PlayerWhoGoes_AndIsNotListed_IsNotTold() => Assert.Empty(SectorRules.Hear(Empty, Left("ada", 6), 6).Events);

    [Fact]
    public void PlayerWhoGoes_IsMissed_OnlyWhereTheListHadLostThem()
    {
        var listed = After(Empty, Joined("ada", 5), 5);

        Assert.False(SectorRules.IsMissed(listed, Left("ada", 6), 6));
        Assert.False(SectorRules.IsMissed(After(listed, Left("ada", 6), 6), Left("ada", 6), 6));
        Assert.True(SectorRules.IsMissed(Empty, Left("ada", 6), 6));
    }

    [Fact]
    public void PlayerWhoComes_AndIsListed_IsListedOnce_AndArrivedNoEarlier()
    {
        var sector = After(Empty, Joined("ada", 5), 5);

        sector = After(sector, new PlayerJoined(At(9), Entry("ada", 1) with { Username = "Ada" }, PresenceReason.Healed, 8), 8);

        Assert.Equal(Entry("ada", 5) with { Username = "Ada" }, Assert.Single(sector.Players.Values));
    }

    [Fact]
    public void PlayerWhoIsHealed_AndWasListedMeanwhile_IsNotAnnouncedAgain() =>
        Assert.Empty(SectorRules.Hear(After(Empty, Joined("ada", 5), 5), new PlayerJoined(At(9), Entry("ada", 5), PresenceReason.Healed, 8), 8).Events);

    [Fact]
    public void ShipOfOneWhoWasSwept_StaysWithoutAPilot_UntilTheyAreBack()
    {
        var sector = After(After(Empty, Joined("ada", 5), 5), new PlayerLeft(At(40), Entry("ada"), PresenceReason.Swept, true, 6), 6);
        Assert.Equal(Entry("ada").Ship, Assert.Single(sector.Parked.Values));

        Assert.Empty(After(sector, Joined("ada", 50), 50).Parked);
    }

    [Fact]
    public void ShipThatIsChanged_IsLeftBehind_AndTheNewOneIsFlown()
    {
        var sector = Empty.Apply(new SectorCharted(At(0), 2, Sector("1"), [Wreck]));

        sector = After(After(sector, Joined("ada", 5), 5), Changed("ada", 6, Entry("ada") with { Ship = Wreck }, Entry("ada").Ship), 6);

        Assert.Equal("w", sector.Players["ada"].Ship.Id);
        Assert.Equal(["ship-ada"], sector.Parked.Keys);
    }

    [Fact]
    public void ChangeOfOneWhoIsNotListed_ListsThem() =>
        Assert.Equal([typeof(PlayerJoined), typeof(PlayerEntryChanged)], SectorRules.Hear(Empty, Changed("ada", 6), 6).Events.Select(told => told.GetType()));

    [Fact]
    public void Sector_ThatNoMapHas_ListsThoseWhoAreThere()
    {
        var sector = After(SectorState.Initial("u1/9"), Joined("ada", 5), 5);

        Assert.Single(sector.Players);
        Assert.Null(sector.Chart);
    }

    [Fact]
    public void Chart_IsTakenOfNewerMapsOnly()
    {
        var sector = After(Empty, new ChartSector(2, Sector("1", Link("2")), [Wreck]));

        Assert.Equal((2L, 1, 1), (sector.MapVersion, sector.Chart!.Links.Length, sector.Parked.Count));
        Assert.Empty(Decide(sector, new ChartSector(2, Sector("1"), [])).Events);
        Assert.Empty(Decide(sector, new UnchartSector(1)).Events);
        Assert.Equal(["w"], After(sector, new ChartSector(3, Sector("1"), null)).Parked.Keys);
    }

    [Fact]
    public void Sector_ThatTheMapHasNoMore_KeepsItsPlayers()
    {
        var sector = After(After(Empty, Joined("ada", 5), 5), new UnchartSector(2));

        Assert.Null(sector.Chart);
        Assert.Single(sector.Players);
    }

    [Fact]
    public void ShipThatAPlayerFlies_IsNotParkedByAMap() =>
        Assert.Equal(["w"], After(After(Empty, Joined("ada", 5), 5), new ChartSector(2, Sector("1"), [Entry("ada").Ship, Wreck])).Parked.Keys);

    [Fact]
    public void Stray_IsRemoved_UnlessTheirRecordToldMeanwhile()
    {
        var sector = After(Empty, Joined("ada", 5), 5);

        Assert.Equal("told-since", Assert.Single(Decide(sector, new RemoveStray("ada", 4)).Rejections).Code);
        var left = Assert.IsType<PlayerLeft>(Assert.Single(Decide(sector, new RemoveStray("ada", 5)).Events));
        Assert.Equal((PresenceReason.Healed, false, 5L), (left.Reason, left.ShipStays, left.Told));
        Assert.Empty(Decide(sector.Apply(left), new RemoveStray("ada", 5)).Events);
    }

    [Fact]
    public void Ship_IsRemovedOnce()
    {
        var sector = Empty.Apply(new SectorCharted(At(0), 2, Sector("1"), [Wreck]));

        Assert.Empty(After(sector, new RemoveShip("w")).Parked);
        Assert.Empty(Decide(Empty, new RemoveShip("w")).Events);
    }

    [Fact]
    public void Departures_AreForgotten_OfThoseWhoAreGoneAndToldNothingSince()
    {
        var sector = After(After(After(After(Empty, Joined("ada", 5), 5), Left("ada", 6), 6), Joined("bob", 3), 3), Joined("eve", 1), 1);
        sector = After(sector, Left("eve", 4), 4);

        var after = After(sector, new ForgetDepartures(ImmutableSortedDictionary<string, long>.Empty.Add("ada", 6).Add("bob", 3).Add("eve", 1).Add("zoe", 0)));

        Assert.Equal(["bob", "eve"], after.Heard.Keys);
        Assert.Empty(Decide(after, new ForgetDepartures(ImmutableSortedDictionary<string, long>.Empty.Add("ada", 6))).Events);
    }

    private static PlayerJoined Joined(string player, long told) => new(At(told), Entry(player, told), PresenceReason.Moved, told);

    private static PlayerLeft Left(string player, long told) => new(At(told), Entry(player), PresenceReason.Moved, false, told);

    private static PlayerEntryChanged Changed(string player, long told, PlayerEntry? entry = null, Ship? leftBehind = null) => new(At(told), entry ?? Entry(player), leftBehind, told);

    private static Decision<SectorEvent> Decide(SectorState sector, SectorCommand command) => SectorRules.Decide(sector, command, At(9));

    private static SectorState After(SectorState sector, SectorCommand command) => Fold(sector, Decide(sector, command));

    private static SectorState After(SectorState sector, EntityEvent told, long sequence) => Fold(sector, SectorRules.Hear(sector, told, sequence));

    private static SectorState Fold(SectorState sector, Decision<SectorEvent> decision)
    {
        Assert.NotEmpty(decision.Events);
        return decision.Events.Aggregate(sector, (state, told) => state.Apply(told));
    }
}
