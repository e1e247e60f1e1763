using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>
/// A universe of four sectors in a ring, each linked to the next and to the one before, with a tunnel across from 1 to 3
/// that costs two turns and bears two passages.
/// </summary>
internal sealed class RingUniverse(EntityCluster cluster, string universe)
{
    private const int Sectors = 4;

    public static readonly PlayerProfile Ada = new("Captain Ada", null, new("s1", "Quickstrike", "FAST_COURIER"));

    public static async Task<RingUniverse> ImportAsync(EntityCluster cluster, string universe)
    {
        var map = cluster.Client.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe));
        var answer = await map.Import(new([.. Enumerable.Range(1, Sectors).Select(Chart)], [new(new("1", "3", "NATURAL", 1, 2, 2), null, null)], [], new("1", 50, null)), new(false, false));
        Assert.Empty(answer.Rejections);
        await map.DeliverPending();
        return new(cluster, universe);
    }

    public IPlayerGrain Player(string player) => cluster.Client.GetGrain<IPlayerGrain>(SectorKeys.Player(universe, player));

    public ISectorGrain Sector(string sector) => cluster.Client.GetGrain<ISectorGrain>(SectorKeys.Sector(universe, sector));

    public IWarpTunnelGrain Tunnel => cluster.Client.GetGrain<IWarpTunnelGrain>(SectorKeys.Tunnel(universe, "1", "3"));

    /// <summary>A player who is in sector 1, and listed there.</summary>
    public async Task<IPlayerGrain> LogInAsync(string player, int? turns = null)
    {
        var grain = Player(player);
        Assert.Empty((await grain.Execute(new LogIn(Ada with { Ship = Ada.Ship with { Id = $"ship-{player}" } }, null, turns, null))).Rejections);
        await grain.DeliverPending();
        return grain;
    }

    /// <summary>The sectors that list the player.</summary>
    public async Task<string[]> ListingAsync(string player)
    {
        var listing = new List<string>();
        for (var sector = 1; sector <= Sectors; sector++)
        {
            if ((await Sector($"{sector}").GetSnapshot()).State.Players.ContainsKey(player))
            {
                listing.Add($"{sector}");
            }
        }

        return [.. listing];
    }

    public static async Task<ImmutableArray<TEvent>> EventsAsync<TEvent>(IEntityGrain entity)
        where TEvent : EntityEvent => [.. (await entity.ReadEvents(0, 1000)).Events.Select(envelope => envelope.Event).OfType<TEvent>()];

    private static SectorChart Chart(int id) => new(
        $"{id}",
        "",
        id == 2 ? "NEBULA" : SectorTypes.Standard,
        id,
        SectorDefenses.None,
        null,
        [],
        [],
        [new($"{(id % Sectors) + 1}", 1), new($"{((id + Sectors - 2) % Sectors) + 1}", 1)],
        [],
        null,
        false);
}
