using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>Sectors, tunnels and players as tests need them.</summary>
internal static class Given
{
    public const string Universe = "u1";
    public const string PlayerId = "ada";

    public static readonly DateTimeOffset Start = new(2026, 4, 30, 14, 33, 21, TimeSpan.Zero);
    public static readonly Ship Courier = new("s1", "Quickstrike", "FAST_COURIER");
    public static readonly PlayerProfile Ada = new("Captain Ada", "t1", Courier);
    public static readonly Dice Never = new(() => 0.999999);
    public static readonly Dice Always = new(() => 0);

    public static DateTimeOffset At(double minute) => Start.AddMinutes(minute);

    public static SectorChart Sector(string id, params ImmutableArray<SectorLink> links) =>
        new(id, $"Sector {id}", SectorTypes.Standard, 0, SectorDefenses.None, null, [], [], links, [], null, false);

    public static SectorLink Link(string to, int turnCost = 1) => new(to, turnCost);

    public static TunnelChart Tunnel(double stability, string type = "NATURAL", int turnCost = 1, int? maxUses = null) => new("1", "2", type, stability, turnCost, maxUses);

    public static MovePlayer Move(string to, string moveId = "m1", MoveVia? via = null) => new(moveId, to, via);

    public static PlayerEntry Entry(string player, double arrived = 0) => new(player, $"Captain {player}", new($"ship-{player}", "", ""), null, At(arrived));

    /// <summary>A player in sector 1, active, with 100 turns.</summary>
    public static PlayerState Player(int turns = 100, string sector = "1") => PlayerState.Initial(SectorKeys.Player(Universe, PlayerId))
        .Apply(new PlayerSpawned(Start, Ada, sector, turns))
        .Apply(new PlayerLoggedIn(Start, new("session1", Start), null));
}
