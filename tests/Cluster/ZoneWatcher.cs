using System.Collections.Concurrent;
using Grpc.Core;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Cluster;

/// <summary>Watches a zone through a gateway, and through the next one from where it was once that is gone.</summary>
internal sealed class ZoneWatcher(ClusterZone zone, IReadOnlyList<TerritoryService.TerritoryServiceClient> gateways, int first)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sequence = -1;

    public ClusterZone Zone => zone;

    public long Sequence
    {
        get
        {
            lock (_lock)
            {
                return _sequence;
            }
        }
    }

    public Stretch Stretch { get; set; } = new($"events of {zone} at a watcher");

    /// <summary>Sequences that were left out or came twice.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How often it had to come back.</summary>
    public int Returns { get; private set; }

    public async Task Run(CancellationToken stopping)
    {
        for (var at = first; !stopping.IsCancellationRequested; at++, Returns++)
        {
            try
            {
                await Watch(gateways[at % gateways.Count], stopping);
            }
            catch (RpcException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException)
            {
                // The gateway, or the cluster behind it, is gone for the moment.
                await Task.WhenAny(Task.Delay(Pause, stopping));
            }
        }
    }

    /// <summary>Done once it was told of this sequence.</summary>
    public async Task Reaches(long sequence)
    {
        while (true)
        {
            Task grown;
            lock (_lock)
            {
                if (_sequence >= sequence)
                {
                    return;
                }

                grown = _grown.Task;
            }

            await grown;
        }
    }

    public override string ToString() => $"watcher of {zone}, told up to {_sequence}, came back {Returns} times";

    private async Task Watch(TerritoryService.TerritoryServiceClient gateway, CancellationToken stopping)
    {
        var request = new WatchZoneRequest { WorldId = zone.World, ZoneId = zone.Zone };
        if (_sequence >= 0)
        {
            request.After = _sequence;
        }

        using var call = gateway.WatchZone(request, cancellationToken: stopping);
        while (await call.ResponseStream.MoveNext(stopping))
        {
            Take(call.ResponseStream.Current);
        }
    }

    private void Take(WatchZoneResponse told)
    {
        lock (_lock)
        {
            var sequence = told.UpdateCase == WatchZoneResponse.UpdateOneofCase.Snapshot ? told.Snapshot.Sequence : told.Event.Sequence;
            var isRight = told.UpdateCase == WatchZoneResponse.UpdateOneofCase.Snapshot ? _sequence < 0 || sequence == _sequence : sequence == _sequence + 1;
            if (!isRight)
            {
                Wrong.Enqueue($"{zone}: {told.UpdateCase} {sequence} after {_sequence}");
            }

            _sequence = Math.Max(sequence, _sequence);
            Stretch.Answered();
            var grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            grown.SetResult();
        }
    }
}
