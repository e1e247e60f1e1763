using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class LoginRulesTests
{
    private static readonly SectorOptions Usual = new();
    private static readonly LogIn Again = new(Ada, null, null, null);
    private static readonly PlayerState Nobody = PlayerState.Initial(SectorKeys.Player(Universe, PlayerId));
    private static readonly PlayerSight Known = new(new("7", 300, null), null, Sector("7"));

    public static TheoryData<LogIn, string, string> Malformed => new()
    {
        { Again with { Profile = Ada with { Username = "" } }, "no-name", "username" },
        { Again with { Profile = Ada with { Username = new('x', 101) } }, "too-long", "username" },
        { Again with { Profile = Ada with { Username = "a\0b" } }, "unstorable-text", "username" },
        { Again with { Profile = Ada with { TeamId = "" } }, "invalid-id", "team" },
        { Again with { Profile = Ada with { Ship = Courier with { Id = "a b" } } }, "invalid-id", "ship.id" },
        { Again with { Profile = Ada with { Ship = Courier with { Name = "\ud800" } } }, "unstorable-text", "ship.name" },
        { Again with { Profile = Ada with { Ship = Courier with { Type = new('x', 101) } } }, "too-long", "ship.type" },
        { Again with { StartSector = "1/2" }, "invalid-id", "startSector" },
        { Again with { SessionId = "" }, "invalid-id", "session" },
        { Again with { Turns = -1 }, "out-of-range", "turns" },
    };

    [Fact]
    public void FirstLogin_SpawnsInTheUniversesStart()
    {
        var player = After(Nobody, Again, Known);

        Assert.Equal(("7", 300, true, true, At(40)), (player.Sector, player.Turns, player.IsPresent, player.IsActive, player.ArrivedAt));
        Assert.Equal(new("made", At(40)), player.Session);
        Assert.Null(player.AwaySince);
        Assert.Equal(Ada, player.Profile);
    }

    [Fact]
    public void FirstLogin_TakesWhatIsAskedFor()
    {
        var player = After(Nobody, new(Ada, "9", 5, "mine"), Known with { There = Sector("9") });

        Assert.Equal(("9", 5, "mine"), (player.Sector, player.Turns, player.Session!.Id));
    }

    [Fact]
    public void FirstLogin_HasTheServersTurns_WhereNothingElseSays() =>
        Assert.Equal(1000, After(Nobody, Again, Known with { Settings = UniverseSettings.Default }).Turns);

    [Fact]
    public void FirstLogin_NeedsAUniverseAndASector()
    {
        Assert.Equal(("unknown-universe", ""), Refusal(Nobody, Again, default));
        Assert.Equal(("unknown-sector", "startSector"), Refusal(Nobody, new(Ada, "9", null, null), Known with { There = null }));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Login_ThatIsMalformed_IsRefused(LogIn login, string code, string field) => Assert.Equal((code, field), Refusal(Nobody, login, Known));

    [Fact]
    public void Repeat_BeginsNothing()
    {
        Assert.Empty(LoginRules.Decide(Player(), Again, default, Usual, "made", At(0.5)).Events);
        Assert.Empty(LoginRules.Decide(Player(), new(Ada, null, 100, "session1"), default, Usual, "made", At(0.5)).Events);
        Assert.Equal<PlayerEvent>([new PlayerSeen(At(2))], LoginRules.Decide(Player(), Again, default, Usual, "made", At(2)).Events);
    }

    [Fact]
    public void AnotherSession_BeginsWhileOneIs()
    {
        var player = After(Player(), Again with { SessionId = "session2" }, default);

        Assert.Equal((new PlayerSession("session2", At(40)), Start), (player.Session!, player.AwaySince!.Value));
        Assert.Equal(("1", Start), (player.Sector, player.ArrivedAt));
    }

    [Fact]
    public void LoginAfterLogout_GoesOnWhereThePlayerIs()
    {
        var player = After(Player().Apply(new PlayerLoggedOut(At(3))), Again, default);

        Assert.Equal(("1", Start, true, At(3)), (player.Sector, player.ArrivedAt, player.IsActive, player.AwaySince!.Value));
        Assert.Equal("made", player.Session!.Id);
    }

    [Fact]
    public void SweptPlayer_ReturnsToWhereTheyWere()
    {
        var swept = Player(7).Apply(new PlayerSwept(At(35), "1", At(0)));

        var player = After(swept, Again, new(null, Sector("1"), null));

        Assert.Equal(("1", true, true, At(40), 7), (player.Sector, player.IsPresent, player.IsActive, player.ArrivedAt, player.Turns));
        Assert.Equal(At(0), player.AwaySince);
    }

    [Fact]
    public void SweptPlayer_ReturnsToTheStart_WhereTheirSectorIsNoMore()
    {
        var swept = Player().Apply(new PlayerSwept(At(35), "1", At(0)));

        Assert.Equal("7", After(swept, Again, Known).Sector);
        Assert.Equal(("unknown-sector", ""), Refusal(swept, Again, default));
    }

    [Fact]
    public void SweptPlayer_ReturnsInTheShipTheyFlyNow()
    {
        var swept = Player().Apply(new PlayerSwept(At(35), "1", At(0)));

        var events = LoginRules.Decide(swept, Again with { Profile = Ada with { Ship = new("s2", "", "") } }, new(null, Sector("1"), null), Usual, "made", At(40)).Events;

        Assert.Equal([typeof(PlayerLoggedIn), typeof(ProfileChanged), typeof(PlayerReturned)], events.Select(told => told.GetType()));
    }

    [Fact]
    public void NewNameOrShipOrTurns_AreTaken()
    {
        var player = After(Player(), new(Ada with { Username = "Admiral Ada" }, null, 12, null), default);

        Assert.Equal(("Admiral Ada", 12, "session1"), (player.Profile!.Username, player.Turns, player.Session!.Id));
    }

    private static PlayerState After(PlayerState player, LogIn login, PlayerSight sight) =>
        LoginRules.Decide(player, login, sight, Usual, "made", At(40)).Events.Aggregate(player, (state, told) => state.Apply(told));

    private static (string, string) Refusal(PlayerState player, LogIn login, PlayerSight sight) =>
        Assert.Single(LoginRules.Decide(player, login, sight, Usual, "made", At(40)).Rejections) is var refused ? (refused.Code, refused.Field) : default;
}
