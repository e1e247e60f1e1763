using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class PlayerOwesTests
{
    private static readonly PlayerOwes Owes = new(Universe, PlayerId);
    private static readonly PlayerMoved Moved = new(At(5), "m1", "1", "2", MoveVia.Warp, 1, 99, 1, 1, false, null);

    [Fact]
    public void Move_IsToldToTheSectorLeft_ThenToTheOneEntered()
    {
        var player = Player();

        var owed = Of(player, Moved);

        Assert.Equal(["u1/1", "u1/2"], owed.Select(told => told.Target));
        Assert.Equal(new PlayerLeft(At(5), Owes.EntryOf(player), PresenceReason.Moved, false, 3), owed[0].Event);
        Assert.Equal(new PlayerJoined(At(5), Owes.EntryOf(player) with { ArrivedAt = At(5) }, PresenceReason.Moved, 3), owed[1].Event);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(0, true)]
    [InlineData(null, false)]
    public void Passage_IsToldToTheTunnel_WhereItsUsesAreCounted(int? usesLeft, bool isTold)
    {
        var owed = Of(Player(), Moved with { Via = MoveVia.Tunnel, Passage = new("NATURAL", 1, usesLeft, []) });

        Assert.Equal<Owed>(isTold ? [new("u1/tunnel/1-2", new TunnelUsed(At(5), PlayerId, "m1"))] : [], owed[2..]);
    }

    [Fact]
    public void Teleport_IsToldAsAMoveIs() => Assert.Equal(
        [("u1/1", PresenceReason.Teleported), ("u1/2", PresenceReason.Teleported)],
        Of(Player(), new PlayerTeleported(At(5), "1", "2")).Select(told => (told.Target, ReasonOf(told))));

    [Fact]
    public void ComingIntoSpace_IsToldToTheSector()
    {
        var swept = Player().Apply(new PlayerSwept(At(40), "1", At(0)));

        Assert.Equal(PresenceReason.Spawned, ReasonOf(Assert.Single(Of(PlayerState.Initial(SectorKeys.Player(Universe, PlayerId)), new PlayerSpawned(At(0), Ada, "1", 1)))));
        Assert.Equal(("u1/7", PresenceReason.Returned), Assert.Single(Of(swept, new PlayerReturned(At(41), "7"))) is var told ? (told.Target, ReasonOf(told)) : default);
        Assert.Equal(PresenceReason.Healed, ReasonOf(Assert.Single(Of(Player(), new PresenceAffirmed(At(41), "1")))));
    }

    [Fact]
    public void ShipOfOneWhoWasSwept_Stays()
    {
        var left = Assert.IsType<PlayerLeft>(Assert.Single(Of(Player(), new PlayerSwept(At(40), "1", At(0)))).Event);

        Assert.Equal((PresenceReason.Swept, true), (left.Reason, left.ShipStays));
    }

    [Fact]
    public void NewShip_LeavesTheFormerBehind_AndANewNameDoesNot()
    {
        var flown = new Ship("s2", "Slow", "FREIGHTER");

        var shipChanged = Assert.IsType<PlayerEntryChanged>(Assert.Single(Of(Player(), new ProfileChanged(At(5), Ada with { Ship = flown }))).Event);
        var nameChanged = Assert.IsType<PlayerEntryChanged>(Assert.Single(Of(Player(), new ProfileChanged(At(5), Ada with { Username = "Ada" }))).Event);

        Assert.Equal((flown, Courier, Start), (shipChanged.Entry.Ship, shipChanged.LeftBehind, shipChanged.Entry.ArrivedAt));
        Assert.Equal(("Ada", null), (nameChanged.Entry.Username, nameChanged.LeftBehind));
    }

    [Fact]
    public void WhatSectorsDoNotShow_IsOwedToNobody()
    {
        var swept = Player().Apply(new PlayerSwept(At(40), "1", At(0)));

        Assert.Empty(Of(swept, new ProfileChanged(At(5), Ada with { Username = "Ada" })));
        Assert.All<PlayerEvent>(
            [new PlayerSeen(At(5)), new PlayerLoggedOut(At(5)), new PlayerDocked(At(5), "p"), new TurnsSet(At(5), 1), MoveRules.Abandon("m", At(5)), new PlayerLoggedIn(At(5), new("s", At(5)), null)],
            told => Assert.Empty(Of(Player(), told)));
    }

    private static System.Collections.Immutable.ImmutableArray<Owed> Of(PlayerState player, PlayerEvent told) => Owes.Of(player, player.Apply(told), told);

    private static PresenceReason? ReasonOf(Owed owed) => (owed.Event as PlayerJoined)?.Reason ?? (owed.Event as PlayerLeft)?.Reason;
}
