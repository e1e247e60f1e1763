using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class MoveRulesTests
{
    private static readonly SectorOptions Usual = new();
    private static readonly Route Warp = new(MoveVia.Warp, 3, null);
    private static readonly Route Through = new(MoveVia.Tunnel, 3, null);

    [Fact]
    public void Move_HasAllItsEffectsAtOnce()
    {
        var docked = Player().Apply(new PlayerDocked(At(1), "p1")).Apply(new PlayerLanded(At(1), "x"));

        var moved = Assert.IsType<PlayerMoved>(MoveRules.Decide(docked, Move("2"), Warp, null, Usual, Never, At(5)));
        var after = docked.Apply(moved);

        Assert.Equal(("m1", "1", "2", MoveVia.Warp, 3, 97), (moved.MoveId, moved.From, moved.To, moved.Via, moved.TurnCost, moved.TurnsLeft));
        Assert.Equal(("2", 97, At(5), At(5), 1), (after.Sector, after.Turns, after.ArrivedAt, after.LastActivityAt, after.AriaInteractions));
        Assert.False(after.IsDocked || after.IsLanded);
        Assert.Equal<long>([after.Sequence], after.Moves.Candidates("m1"));
    }

    [Theory]
    [InlineData(8, 1, false)]
    [InlineData(9, 2, true)]
    [InlineData(10, 2, false)]
    [InlineData(4999, 6, true)]
    [InlineData(70000, 6, false)]
    public void Aria_ComesToItsLevelsAtTheThresholds(int before, int level, bool hasLeveledUp)
    {
        var player = Player() with { AriaInteractions = before, AriaLevel = hasLeveledUp ? level - 1 : level };

        var moved = Assert.IsType<PlayerMoved>(MoveRules.Decide(player, Move("2"), Warp, null, Usual, Never, At(1)));

        Assert.Equal((before + 1, level, hasLeveledUp), (moved.AriaInteractions, moved.AriaLevel, moved.HasLeveledUp));
    }

    [Fact]
    public void Arrival_IsNeverBeforeTheOneBefore_ThoughTheClockGoesBack()
    {
        var player = Player() with { ArrivedAt = At(10) };

        Assert.Equal(At(10), MoveRules.Decide(player, Move("2"), Warp, null, Usual, Never, At(5)).OccurredAt);
        Assert.Equal(At(11), MoveRules.Decide(player, Move("2"), Warp, null, Usual, Never, At(11)).OccurredAt);
    }

    [Fact]
    public void Tunnel_CostsWhatItsOwnChartSays()
    {
        var grant = new TunnelGrant(Tunnel(0.4, turnCost: 8), 3, null);

        var moved = Assert.IsType<PlayerMoved>(MoveRules.Decide(Player(8), Move("2"), Through, grant, Usual, Never, At(1)));

        Assert.Equal((8, 0, MoveVia.Tunnel), (moved.TurnCost, moved.TurnsLeft, moved.Via));
        Assert.Equal(("NATURAL", 0.4, 3), (moved.Passage!.Type, moved.Passage.Stability, moved.Passage.UsesLeft));
        Assert.Equal([TunnelEffectKind.RadiationExposure, TunnelEffectKind.TunnelDegradation], moved.Passage.Effects.Select(effect => effect.Kind));
    }

    [Fact]
    public void Tunnel_ThatCostsMoreThanTheMapSaid_IsRefusedWhereTheTurnsAreTooFew() => Assert.Equal(
        "no-turns",
        Assert.IsType<MoveRefused>(MoveRules.Decide(Player(7), Move("2"), Through, new(Tunnel(1, turnCost: 8), null, null), Usual, Never, At(1))).Code);

    [Theory]
    [InlineData("", "2", "moveId")]
    [InlineData("a b", "2", "moveId")]
    [InlineData("m1", "", "to")]
    [InlineData("m1", "2/3", "to")]
    public void Request_OfWhatIsNoId_IsRefused(string moveId, string to, string field) =>
        Assert.Equal(("invalid-id", field), MoveRules.RefuseRequest(Move(to, moveId)) is { } refused ? (refused.Code, refused.Field) : default);

    [Theory]
    [InlineData("2", null, false)]
    [InlineData("2", MoveVia.Warp, false)]
    [InlineData("2", MoveVia.Tunnel, true)]
    [InlineData("3", null, true)]
    public void Id_OfAMoveThatWasDone_StandsForThatMove(string to, MoveVia? via, bool isRefused)
    {
        var moved = MoveRules.Decide(Player(), Move("2"), Warp, null, Usual, Never, At(1));

        Assert.Equal(isRefused ? "move-id-reused" : null, MoveRules.RefuseReuse(Move(to, via: via), moved)?.Code);
    }

    [Fact]
    public void Id_OfAMoveThatWasRefused_StandsForThatMove()
    {
        var refused = MoveRules.Refuse(Move("2", via: MoveVia.Tunnel), new("COLLAPSED", "to", "It has."), At(1));

        Assert.Null(MoveRules.RefuseReuse(Move("2", via: MoveVia.Tunnel), refused));
        Assert.Equal("move-id-reused", MoveRules.RefuseReuse(Move("2", via: MoveVia.Warp), refused)?.Code);
        Assert.Equal("move-id-reused", MoveRules.RefuseReuse(Move("3", via: MoveVia.Tunnel), refused)?.Code);
    }

    [Fact]
    public void Id_ThatWasGivenUp_IsRefusedAsThat_WhereverItWasTo()
    {
        var abandoned = MoveRules.Abandon("m1", At(1));

        Assert.Equal(("abandoned", "m1"), (abandoned.Code, MoveRules.IdOf(abandoned)));
        Assert.Null(MoveRules.RefuseReuse(Move("2", via: MoveVia.Tunnel), abandoned));
    }
}
