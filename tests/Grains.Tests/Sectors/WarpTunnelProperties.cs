using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>What holds of a tunnel in whatever order four players' moves are reserved, used, released and told again.</summary>
public sealed class WarpTunnelProperties
{
    private static readonly DateTimeOffset Now = new(2026, 4, 30, 14, 33, 21, TimeSpan.Zero);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly Gen<(char Act, string Player, string Move)> Acts =
        from act in Gen.Elements('r', 'r', 'u', 'u', 'x')
        from player in Gen.Elements("ada", "bob", "cat", "dan")
        from move in Gen.Elements("m1", "m2")
        select (act, player, move);

    private static readonly Arbitrary<(char Act, string Player, string Move)[]> Stories = Arb.From(
        Gen.ArrayOf(Acts),
        acts => acts.Select((_, index) => acts.Where((_, other) => other != index).ToArray()));

    [Fact]
    public void UsesAndReservations_NeverExceedTheLimit() => Check.One(Many, Prop.ForAll(Stories, Arb.From(Gen.Choose(1, 5)), (acts, most) =>
        States(acts, most).All(tunnel => tunnel.Uses + tunnel.Reserved.Count <= most && tunnel.Uses == most == (tunnel.Status == TunnelStatus.Collapsed))));

    [Fact]
    public void Use_ThatWasReserved_IsAlwaysCounted() => Check.One(Many, Prop.ForAll(Stories, Arb.From(Gen.Choose(1, 5)), (acts, most) =>
        States(acts, most).All(tunnel => tunnel.Reserved.Keys.All(reservation =>
        {
            var parts = reservation.Split(' ');
            var used = WarpTunnelRules.Take(tunnel, new TunnelUsed(Now, parts[0], parts[1])).Events.Aggregate(tunnel, (state, @event) => state.Apply(@event));
            return used.Uses == tunnel.Uses + 1 && !used.Reserved.ContainsKey(reservation);
        }))));

    [Fact]
    public void Reserve_AndRelease_ToldAgain_WriteNothing() => Check.One(Many, Prop.ForAll(Stories, acts =>
    {
        var tunnel = States(acts, 3)[^1];
        return acts.All(act =>
        {
            var reserved = Next(tunnel, ('r', act.Player, act.Move));
            var released = Next(tunnel, ('x', act.Player, act.Move));
            return Next(reserved, ('r', act.Player, act.Move)) == reserved && Next(released, ('x', act.Player, act.Move)) == released;
        });
    }));

    private static List<WarpTunnelState> States((char Act, string Player, string Move)[] acts, int most)
    {
        var tunnel = WarpTunnelState.Initial("u1/tunnel/1-2").Apply(new TunnelCharted(Now, 1, new("1", "2", "NATURAL", 0.9, 1, most), TunnelStatus.Active, 0));
        return acts.Aggregate(new List<WarpTunnelState> { tunnel }, (states, act) => [.. states, Next(states[^1], act)]);
    }

    private static WarpTunnelState Next(WarpTunnelState tunnel, (char Act, string Player, string Move) act) => (act.Act switch
    {
        'r' => WarpTunnelRules.Reserve(tunnel, act.Player, act.Move, Now).Decision,
        'u' => WarpTunnelRules.Take(tunnel, new TunnelUsed(Now, act.Player, act.Move)),
        _ => WarpTunnelRules.Release(tunnel, act.Player, act.Move, Now),
    }).Events.Aggregate(tunnel, (state, @event) => state.Apply(@event));
}
