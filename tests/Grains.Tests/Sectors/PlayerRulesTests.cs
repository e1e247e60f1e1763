using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class PlayerRulesTests
{
    private static readonly SectorOptions Usual = new();
    private static readonly SectorChart Harbour = Sector("1") with { Ports = [new("p1", "Port"), new("p2", "")], Planets = [new("x", "X")] };

    public static TheoryData<PlayerCommand> Commands => [new Heartbeat(), new Dock("p1"), new Land("x"), new Undock(), new TakeOff(), new LogOut(), new Teleport("1", "2")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void PlayerWhoNeverLoggedIn_IsUnknown(PlayerCommand command) =>
        Assert.Equal("unknown-player", Refusal(PlayerState.Initial(SectorKeys.Player(Universe, PlayerId)), command));

    [Fact]
    public void PlayerWhoLoggedOut_StaysInSpace_AndDoesNothing()
    {
        var player = After(Player(), new LogOut());

        Assert.True(player is { IsActive: false, IsPresent: true });
        Assert.All<PlayerCommand>([new Heartbeat(), new Dock("p1"), new Land("x"), new Undock(), new TakeOff()], command => Assert.Equal("logged-out", Refusal(player, command)));
        Assert.Empty(Decide(player, new LogOut()).Events);
    }

    [Fact]
    public void PlayerWhoWasSwept_IsNotPresent()
    {
        var player = Player().Apply(new PlayerSwept(At(60), "1", At(0))) with { IsActive = true };

        Assert.Equal("not-present", Refusal(player, new Heartbeat()));
        Assert.Equal("not-present", Refusal(player, new Teleport("1", "2")));
    }

    [Theory]
    [InlineData(0.98, false)]
    [InlineData(1, true)]
    public void Heartbeat_IsKeptOnceAMinute(double minute, bool isKept)
    {
        var decision = PlayerRules.Decide(Player(), new Heartbeat(), default, Usual, At(minute));

        Assert.Equal<PlayerEvent>(isKept ? [new PlayerSeen(At(minute))] : [], decision.Events);
    }

    [Fact]
    public void Dock_IsAtAPortOfTheSector()
    {
        var docked = After(Player(), new Dock("p1"));

        Assert.Equal("p1", docked.PortId);
        Assert.Empty(Decide(docked, new Dock("p1")).Events);
        Assert.Equal("docked", Refusal(docked, new Dock("p2")));
        Assert.Equal("docked", Refusal(docked, new Land("x")));
        Assert.Equal("unknown-port", Refusal(Player(), new Dock("x")));
        Assert.Null(After(docked, new Undock()).PortId);
        Assert.Empty(Decide(Player(), new Undock()).Events);
    }

    [Fact]
    public void Land_IsOnAPlanetOfTheSector()
    {
        var landed = After(Player(), new Land("x"));

        Assert.Equal("x", landed.PlanetId);
        Assert.Empty(Decide(landed, new Land("x")).Events);
        Assert.Equal("landed", Refusal(landed, new Land("y")));
        Assert.Equal("landed", Refusal(landed, new Dock("p1")));
        Assert.Equal("unknown-planet", Refusal(Player(), new Land("p1")));
        Assert.Null(After(landed, new TakeOff()).PlanetId);
        Assert.Empty(Decide(Player(), new TakeOff()).Events);
    }

    [Fact]
    public void Teleport_PutsThePlayerThere_OnlyFromWhereTheyAre()
    {
        var docked = Player().Apply(new PlayerDocked(At(1), "p1"));

        var there = After(docked, new Teleport("1", "2"));

        Assert.Equal(("2", null, At(5), At(1)), (there.Sector, there.PortId, there.ArrivedAt, there.LastActivityAt));
        Assert.Empty(Decide(there, new Teleport("1", "2")).Events);
        Assert.Equal("not-there", Refusal(there, new Teleport("1", "3")));
        Assert.Equal("unknown-sector", Assert.Single(PlayerRules.Decide(docked, new Teleport("1", "2"), default, Usual, At(5)).Rejections).Code);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, false)]
    [InlineData(31.1, true)]
    public void Player_IsSilent_PastTheLimitAndHowExactlyItIsKnown(double minute, bool isSilent) =>
        Assert.Equal(isSilent, PlayerRules.IsSilent(Player(), TimeSpan.FromMinutes(30), Usual, At(minute)));

    [Fact]
    public void Player_WhoArrivedLongAgo_IsNotSilentWhereTheyActed() =>
        Assert.False(PlayerRules.IsSilent(Player().Apply(new PlayerSeen(At(100))), TimeSpan.FromMinutes(30), Usual, At(120)));

    private static Decision<PlayerEvent> Decide(PlayerState player, PlayerCommand command) =>
        PlayerRules.Decide(player, command, new(null, Harbour, Sector("2")), Usual, At(5));

    private static PlayerState After(PlayerState player, PlayerCommand command) => player.Apply(Assert.Single(Decide(player, command).Events));

    private static string? Refusal(PlayerState player, PlayerCommand command) => Assert.Single(Decide(player, command).Rejections).Code;
}
