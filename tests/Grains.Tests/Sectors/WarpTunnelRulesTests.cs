using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class WarpTunnelRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 30, 14, 33, 21, TimeSpan.Zero);

    [Fact]
    public void Reserve_OfTheLastUse_GrantsItOnce_AndHasOthersWait()
    {
        var tunnel = Tunnel(1);

        var claim = WarpTunnelRules.Reserve(tunnel, "ada", "m1", Now);
        var after = After(tunnel, [.. claim.Decision.Events]);

        Assert.Equal((0, null), (claim.Grant!.UsesLeft, claim.Grant.Rejection));
        Assert.Equal([new TunnelReserved(Now, "ada", "m1")], claim.Decision.Events.AsEnumerable());
        Assert.Null(WarpTunnelRules.Reserve(after, "bob", "m1", Now).Grant);
        Assert.Null(WarpTunnelRules.Reserve(after, "ada", "m2", Now).Grant);
    }

    [Fact]
    public void Reserve_Again_GivesTheSameUse()
    {
        var tunnel = After(Tunnel(1), new TunnelReserved(Now, "ada", "m1"));

        var claim = WarpTunnelRules.Reserve(tunnel, "ada", "m1", Now);

        Assert.Equal((0, null, 0), (claim.Grant!.UsesLeft, claim.Grant.Rejection, claim.Decision.Events.Length));
    }

    [Fact]
    public void Reserve_WithoutALimit_WritesNothing()
    {
        var claim = WarpTunnelRules.Reserve(Tunnel(null), "ada", "m1", Now);

        Assert.Equal((null, null, 0), (claim.Grant!.UsesLeft, claim.Grant.Rejection, claim.Decision.Events.Length));
    }

    [Theory]
    [InlineData(TunnelStatus.Collapsed, "COLLAPSED")]
    [InlineData(TunnelStatus.Maintenance, "tunnel-closed")]
    [InlineData(TunnelStatus.Forming, "tunnel-closed")]
    [InlineData(TunnelStatus.Active, null)]
    [InlineData(TunnelStatus.Unstable, null)]
    [InlineData(TunnelStatus.Degrading, null)]
    public void Reserve_IsRefused_WhereTheTunnelIsNotOpen(TunnelStatus status, string? code)
    {
        var claim = WarpTunnelRules.Reserve(Tunnel(5, status), "ada", "m1", Now);

        Assert.Equal(code, claim.Grant!.Rejection?.Code);
        Assert.Equal(code is null ? 1 : 0, claim.Decision.Events.Length);
    }

    [Fact]
    public void Reserve_IsRefused_WhereNoMapHasTheTunnel()
    {
        var unknown = WarpTunnelRules.Reserve(WarpTunnelState.Initial("u1/tunnel/1-2"), "ada", "m1", Now);
        var removed = WarpTunnelRules.Reserve(After(Tunnel(5), new TunnelUncharted(Now, 2)), "ada", "m1", Now);

        Assert.Equal(("no-tunnel", "no-tunnel"), (unknown.Grant!.Rejection!.Code, removed.Grant!.Rejection!.Code));
    }

    [Theory]
    [InlineData(5, "TunnelUsed")]
    [InlineData(4, "TunnelUsed,TunnelDegradationWarned:3")]
    [InlineData(2, "TunnelUsed,TunnelDegradationWarned:1")]
    [InlineData(1, "TunnelUsed,TunnelCollapsed")]
    [InlineData(0, "")]
    public void Use_WarnsOfTheLastThree_AndCollapsesTheTunnelAtTheLimit(int left, string expected)
    {
        var tunnel = Tunnel(10, uses: 10 - left);

        var decision = WarpTunnelRules.Take(tunnel, new TunnelUsed(Now, "ada", "m1"));

        Assert.Equal(expected, string.Join(',', decision.Events.Select(@event => @event.GetType().Name + (@event is TunnelDegradationWarned warned ? $":{warned.UsesLeft}" : ""))));
    }

    [Fact]
    public void Use_ThatALoweredLimitHasNoRoomFor_IsNotCounted_AndItsReservationGoes()
    {
        var tunnel = After(Tunnel(3, uses: 1), new TunnelReserved(Now, "ada", "m1"), new TunnelReserved(Now, "bob", "m2"));
        var lowered = After(tunnel, [.. WarpTunnelRules.Decide(tunnel, new ChartTunnel(2, Chart(2), null, null), Now).Events]);

        var first = After(lowered, [.. WarpTunnelRules.Take(lowered, new TunnelUsed(Now, "ada", "m1")).Events]);
        var second = After(first, [.. WarpTunnelRules.Take(first, new TunnelUsed(Now, "bob", "m2")).Events]);

        Assert.Equal((2, TunnelStatus.Collapsed, 1), (first.Uses, first.Status, first.Reserved.Count));
        Assert.Equal((2, 0), (second.Uses, second.Reserved.Count));
        Assert.True(WarpTunnelRules.IsBeyondLimit(first, new(Now, "bob", "m2")));
    }

    [Fact]
    public void Chart_KeepsStatusAndUses_WhereTheMapDoesNotSay()
    {
        var first = WarpTunnelRules.Decide(WarpTunnelState.Initial("u1/tunnel/1-2"), new ChartTunnel(1, Chart(5), null, null), Now);
        var later = WarpTunnelRules.Decide(Tunnel(5, TunnelStatus.Maintenance, uses: 2), new ChartTunnel(2, Chart(9), null, null), Now);

        Assert.Equal([new TunnelCharted(Now, 1, Chart(5), TunnelStatus.Active, 0)], first.Events.AsEnumerable());
        Assert.Equal([new TunnelCharted(Now, 2, Chart(9), TunnelStatus.Maintenance, 2)], later.Events.AsEnumerable());
    }

    [Fact]
    public void Chart_WithAllUsesUsed_IsOfACollapsedTunnel()
    {
        var charted = WarpTunnelRules.Decide(Tunnel(5, uses: 4), new ChartTunnel(2, Chart(3), TunnelStatus.Active, null), Now);

        Assert.Equal([new TunnelCharted(Now, 2, Chart(3), TunnelStatus.Collapsed, 3)], charted.Events.AsEnumerable());
    }

    [Fact]
    public void MapThatIsNotNewer_ChangesNothing()
    {
        Assert.Empty(WarpTunnelRules.Decide(Tunnel(5), new ChartTunnel(1, Chart(9), null, null), Now).Events);
        Assert.Empty(WarpTunnelRules.Decide(Tunnel(5), new UnchartTunnel(1), Now).Events);
    }

    [Fact]
    public void Overdue_AreThoseThatHaveStood()
    {
        var tunnel = After(Tunnel(5), new TunnelReserved(Now, "ada", "m1"), new TunnelReserved(Now.AddSeconds(1), "bob", "m2"));

        Assert.Equal([("ada", "m1")], WarpTunnelRules.Overdue(tunnel, Now).AsEnumerable());
    }

    [Fact]
    public void Tunnel_IsOwedAUse_OnlyByAMoveThroughIt_UnderALimit()
    {
        var moved = new PlayerMoved(Now, "m1", "1", "2", MoveVia.Tunnel, 1, 9, 1, 1, false, new("NATURAL", 0.9, 4, []));

        Assert.True(WarpTunnelRules.Owes(Chart(5), moved));
        Assert.False(WarpTunnelRules.Owes(Chart(5), moved with { Via = MoveVia.Warp, Passage = null }));
        Assert.False(WarpTunnelRules.Owes(Chart(5), moved with { From = "3" }));
        Assert.False(WarpTunnelRules.Owes(Chart(5), moved with { Passage = moved.Passage! with { UsesLeft = null } }));
    }

    private static TunnelChart Chart(int? maxUses) => new("1", "2", "NATURAL", 0.9, 1, maxUses);

    private static WarpTunnelState Tunnel(int? maxUses, TunnelStatus status = TunnelStatus.Active, int uses = 0) =>
        After(WarpTunnelState.Initial("u1/tunnel/1-2"), new TunnelCharted(Now, 1, Chart(maxUses), status, uses));

    private static WarpTunnelState After(WarpTunnelState tunnel, params WarpTunnelEvent[] events) => events.Aggregate(tunnel, (state, @event) => state.Apply(@event));
}
