using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class RouteRulesTests
{
    private static readonly SectorChart Origin = Sector("1", Link("2", 3), Link("4")) with { Tunnels = [Link("2", 7), Link("9", 5)] };

    [Theory]
    [InlineData("2", null, MoveVia.Warp, 3)]
    [InlineData("2", MoveVia.Warp, MoveVia.Warp, 3)]
    [InlineData("2", MoveVia.Tunnel, MoveVia.Tunnel, 7)]
    [InlineData("9", null, MoveVia.Tunnel, 5)]
    [InlineData("9", MoveVia.Tunnel, MoveVia.Tunnel, 5)]
    public void Neighbour_IsReachedByTheWarp_UnlessATunnelIsAskedForOrIsAllThereIs(string to, MoveVia? asked, MoveVia via, int turnCost) =>
        Assert.Equal(new(via, turnCost, null), RouteRules.Find(Player(), Move(to, via: asked), Origin, Sector(to)));

    [Theory]
    [InlineData("9", MoveVia.Warp)]
    [InlineData("4", MoveVia.Tunnel)]
    [InlineData("5", null)]
    public void SectorWithoutSuchAWay_IsNotAdjacent(string to, MoveVia? asked) =>
        Assert.Equal("not-adjacent", RouteRules.Find(Player(), Move(to, via: asked), Origin, Sector(to)).Rejection?.Code);

    [Fact]
    public void SectorThatNoMapHas_IsUnknown_ThoughALinkNamesIt() =>
        Assert.Equal(("unknown-sector", "to"), Refusal(Player(), "2", Origin, null));

    [Fact]
    public void SectorOneIsIn_IsRefused() => Assert.Equal(("already-there", "to"), Refusal(Player(), "1", null, null));

    [Fact]
    public void SectorThatTheMapHasNoMore_IsLeftByNoWay() => Assert.Equal(("not-adjacent", "to"), Refusal(Player(), "2", null, Sector("2")));

    [Theory]
    [InlineData(2, "no-turns")]
    [InlineData(3, null)]
    public void Warp_NeedsItsTurns(int turns, string? refused) =>
        Assert.Equal(refused, RouteRules.Find(Player(turns), Move("2"), Origin, Sector("2")).Rejection?.Code);

    [Fact]
    public void Warp_ThatCostsNothing_NeedsNone() =>
        Assert.Null(RouteRules.Find(Player(0), Move("2"), Sector("1", Link("2", 0)), Sector("2")).Rejection);

    private static (string?, string?) Refusal(PlayerState player, string to, SectorChart? origin, SectorChart? destination) =>
        RouteRules.Find(player, Move(to), origin, destination).Rejection is { } refused ? (refused.Code, refused.Field) : default;
}
