using System.Net.WebSockets;
using OrleansGameState.EndToEnd.Fakes;
using Bound = OrleansGameState.Durability.Bound;

namespace OrleansGameState.Cluster;

/// <summary>Pushes captures of one facility to every ingestor that has subscribed, as the game does.</summary>
internal sealed class PushLoad(PushService push)
{
    public static readonly ClusterZone Zone = new(Continent.WorldId, Continent.ZoneId);

    private const long FirstOutfit = 900_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly DateTimeOffset Beginning = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<PushConnection> _connections = [];
    private int _sent;

    /// <summary>The outfits of what was pushed, since it was last forgotten.</summary>
    public List<long> Pushed { get; } = [];

    /// <summary>The first of those.</summary>
    public long First { get; private set; } = FirstOutfit;

    private PushConnection[] Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections];
            }
        }
    }

    /// <summary>Done once so many ingestors have subscribed.</summary>
    public Task Subscribed(int count) => Bound.Eventually(
        () => Task.FromResult(Connections.Length),
        connected => connected >= count,
        () => $"Of {count} ingestors, not all subscribed.");

    /// <summary>Takes in whoever subscribes.</summary>
    public async Task Accept()
    {
        while (true)
        {
            try
            {
                Take(await push.Subscribed());
            }
            catch (TimeoutException)
            {
                // Nobody for a while.
            }
        }
    }

    public async Task Run(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await SendNext();
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public async Task SendNext()
    {
        _sent++;
        var outfit = FirstOutfit + _sent;
        var (from, to) = _sent % 2 == 0 ? (1, 2) : (2, 1);
        var frame = Frames.FacilityControl(Continent.FacilityOf(Continent.Regions[0]), from, to, Beginning.AddSeconds(_sent), $"{outfit}");
        foreach (var connection in Connections)
        {
            await Send(connection, frame);
        }

        Pushed.Add(outfit);
    }

    /// <summary>What was pushed so far was pushed to nobody who would pass it on.</summary>
    public void Forget()
    {
        Pushed.Clear();
        First = FirstOutfit + _sent + 1;
    }

    private void Take(PushConnection connection)
    {
        lock (_lock)
        {
            if (!_connections.Contains(connection))
            {
                _connections.Add(connection);
            }
        }
    }

    private async Task Send(PushConnection connection, string frame)
    {
        try
        {
            await connection.Send(frame);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            lock (_lock)
            {
                _connections.Remove(connection);
            }
        }
    }
}
