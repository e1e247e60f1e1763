using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Tells all sectors and tunnels of a map, some at a time. Those that know it already pass over it.</summary>
/// <param name="grains">Where they are.</param>
/// <param name="universe">The universe's id.</param>
/// <param name="state">The map.</param>
internal sealed class ImportRun(IGrainFactory grains, string universe, UniverseMapState state)
{
    private const int AtOnce = 32;

    private readonly long _version = state.Map.Version;
    private readonly Dictionary<string, SectorShips> _ships = state.Ships.ToDictionary(ships => ships.Sector, StringComparer.Ordinal);
    private int _next;

    /// <summary>How many there are to be told.</summary>
    public int ToTell => state.Map.Sectors.Length + state.Map.Tunnels.Length + state.Removed.Length;

    /// <summary>How many were told.</summary>
    public int Told { get; private set; }

    /// <summary>Returns once all were told; throws where one could not be.</summary>
    public Task TellAll() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => TellSome()));

    private async Task TellSome()
    {
        while (_next < ToTell)
        {
            await Tell(_next++);
            Told++;
        }
    }

    private async ValueTask Tell(int index)
    {
        var (sectors, tunnels) = (state.Map.Sectors, state.Map.Tunnels);
        if (index < sectors.Length)
        {
            var chart = sectors[index];
            await Sector(SectorKeys.Sector(universe, chart.Id)).Execute(new ChartSector(_version, chart, _ships.GetValueOrDefault(chart.Id)?.Ships));
        }
        else if (index - sectors.Length < tunnels.Length)
        {
            var tunnel = tunnels[index - sectors.Length];
            await Tunnel(SectorKeys.Tunnel(universe, tunnel.Chart.From, tunnel.Chart.To)).Execute(new ChartTunnel(_version, tunnel.Chart, tunnel.Status, tunnel.Uses));
        }
        else
        {
            await Remove(state.Removed[index - sectors.Length - tunnels.Length]);
        }
    }

    private async ValueTask Remove(string key) => _ = SectorKeys.TryParseTunnel(key, out _, out _, out _)
        ? await Tunnel(key).Execute(new UnchartTunnel(_version))
        : await Sector(key).Execute(new UnchartSector(_version));

    private ISectorGrain Sector(string key) => grains.GetGrain<ISectorGrain>(key);

    private IWarpTunnelGrain Tunnel(string key) => grains.GetGrain<IWarpTunnelGrain>(key);
}
