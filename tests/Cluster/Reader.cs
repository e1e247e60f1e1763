using System.Collections.Concurrent;
using Grpc.Core;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Cluster;

/// <summary>Asks for zones over gRPC, each time within a deadline: one gateway first, and the next once that fails.</summary>
internal sealed class Reader(IReadOnlyList<TerritoryService.TerritoryServiceClient> gateways, int first, IReadOnlyList<ClusterZone> zones)
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<ClusterZone, Stretch> _stretches = zones.ToDictionary(zone => zone, zone => new Stretch($"reads of {zone}, first at gateway {first + 1}"));

    public IEnumerable<Stretch> Stretches => _stretches.Values;

    public ConcurrentQueue<string> Failures { get; } = [];

    /// <summary>One caller a zone, so that one that waits holds up no other.</summary>
    public Task Run(CancellationToken stopping) => Task.WhenAll(zones.Select(zone => Run(zone, stopping)));

    private async Task Run(ClusterZone zone, CancellationToken stopping)
    {
        var stretch = _stretches[zone] = new(_stretches[zone].What);
        for (var at = first; !stopping.IsCancellationRequested;)
        {
            try
            {
                await gateways[at % gateways.Count].GetZoneAsync(
                    new() { WorldId = zone.World, ZoneId = zone.Zone },
                    deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Deadline,
                    cancellationToken: CancellationToken.None);
                stretch.Answered();
            }
            catch (RpcException failure)
            {
                Failures.Enqueue($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {stretch.What}, now at {(at % gateways.Count) + 1}: {failure.Status}");
                at++;
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
