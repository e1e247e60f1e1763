using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Gives a universe's document: its map, with the ships without a pilot and the tunnels' uses as they are now.</summary>
internal sealed class UniverseExport(IGrainFactory grains)
{
    private const int AtOnce = 32;

    public async Task Write(HttpContext context, Entity universe)
    {
        var map = (await grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe.Key)).GetSnapshot()).State.Map;
        if (map.Version == 0)
        {
            await SectorProblems.Unknown(universe, SectorEntities.UniverseField).Write(context);
            return;
        }

        var settings = (await grains.GetGrain<IUniverseGrain>(universe.Key).GetSnapshot()).State.Settings;
        var ships = await Ships(universe.Key, map, context.RequestAborted);
        var tunnels = await Tunnels(universe.Key, map, context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using (var json = new Utf8JsonWriter(buffer, RealtimeJson.Writer))
        {
            UniverseWriter.Write(json, map, settings, ships, tunnels);
        }

        await JsonBody.WriteHashed(context, buffer.WrittenMemory);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Ship>>> Ships(string universe, UniverseMap map, CancellationToken cancellationToken)
    {
        var ships = new ConcurrentDictionary<string, IReadOnlyList<Ship>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(map.Sectors, Bounded(cancellationToken), async (sector, _) =>
        {
            var snapshot = await grains.GetGrain<ISectorGrain>(SectorKeys.Sector(universe, sector.Id)).GetSnapshot();
            ships[sector.Id] = [.. snapshot.State.Parked.Values.OrderBy(ship => ship.Id, StringComparer.Ordinal)];
        });
        return ships;
    }

    private async Task<IReadOnlyDictionary<(string From, string To), WarpTunnelState>> Tunnels(string universe, UniverseMap map, CancellationToken cancellationToken)
    {
        var tunnels = new ConcurrentDictionary<(string From, string To), WarpTunnelState>();
        await Parallel.ForEachAsync(map.Tunnels, Bounded(cancellationToken), async (tunnel, _) =>
        {
            var (from, to) = (tunnel.Chart.From, tunnel.Chart.To);
            var snapshot = await grains.GetGrain<IWarpTunnelGrain>(SectorKeys.Tunnel(universe, from, to)).GetSnapshot();
            if (snapshot.State.MapVersion > 0)
            {
                tunnels[(from, to)] = snapshot.State;
            }
        });
        return tunnels;
    }

    private static ParallelOptions Bounded(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
}
