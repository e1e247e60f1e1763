namespace OrleansGameState.Bench.Fanout;

/// <summary>Many watchers of the same thing.</summary>
internal sealed class Audience : IDisposable
{
    private readonly Watcher[] _watchers;
    private Arrivals _arrivals;

    private Audience(int clients)
    {
        _arrivals = new(clients);
        _watchers = [.. Enumerable.Range(0, clients).Select(number => new Watcher(at => _arrivals.Note(number, at)))];
    }

    /// <summary>Size of the last message, frame not counted.</summary>
    public long LastSize => _watchers[0].LastSize;

    /// <param name="clients">How many.</param>
    /// <param name="port">Of the server.</param>
    /// <param name="path">Of the WebSocket.</param>
    /// <param name="hello">What each says first, and is answered; null where nothing is said.</param>
    public static async Task<Audience> ConnectAsync(int clients, int port, string path, string? hello)
    {
        var audience = new Audience(clients);
        foreach (var watcher in audience._watchers)
        {
            watcher.Connect(port, path, hello);
        }

        await (hello is null ? Task.CompletedTask : audience._arrivals.Complete.WaitAsync(TimeSpan.FromSeconds(30)));
        return audience;
    }

    /// <summary>Begins to wait for one message to each.</summary>
    public Arrivals Expect() => _arrivals = new(_watchers.Length);

    public void Dispose()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }
}
