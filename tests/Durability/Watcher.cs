using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OrleansGameState.Durability;

/// <summary>
/// A WebSocket client that follows topics from their beginning over many lives of a server: each time it comes back it
/// resumes after the last event it has seen. While a log cannot be read it may be shown a whole state in place of events.
/// </summary>
internal sealed class Watcher(IReadOnlyCollection<string> topics, Action<string> blame, bool mayBeShownStates = false) : IAsyncDisposable
{
    private const string Unseen = "";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, List<string>> _seen = new(topics.Select(topic => KeyValuePair.Create(topic, new List<string>())));
    private readonly Lock _lock = new();
    private readonly List<(string Topic, long Sequence, TaskCompletionSource Seen)> _waiting = [];
    private ClientWebSocket _socket = new();
    private Task _receiving = Task.CompletedTask;

    public IReadOnlyCollection<string> Topics => topics;

    public int Resumptions { get; private set; }

    public long Events
    {
        get
        {
            lock (_lock)
            {
                return _seen.Values.Sum(events => (long)events.Count);
            }
        }
    }

    /// <summary>Connects and resumes every topic.</summary>
    public async Task Connect(Uri http)
    {
        await Leave();
        _socket = new();
        await _socket.ConnectAsync(new UriBuilder(http) { Scheme = "ws", Path = "/realtime" }.Uri, CancellationToken.None);
        foreach (var topic in topics)
        {
            await Subscribe(_socket, topic);
        }

        Resumptions++;
        _receiving = Receive(_socket);
    }

    /// <summary>Waits until it has seen all of an entity's log, and finds where it saw something else.</summary>
    public async Task CatchUp(string topic, IReadOnlyList<string> log)
    {
        await Reaches(topic, log.Count).Within(() => $"{topic}: {_seen[topic].Count} of {log.Count} events were seen");
        lock (_lock)
        {
            var differing = _seen[topic].Zip(log).TakeWhile(pair => pair.First == pair.Second || pair.First == Unseen).Count();
            if (differing < log.Count || _seen[topic].Count > log.Count)
            {
                blame($"{topic}: a watcher saw {_seen[topic].Count} events, the log has {log.Count}; they differ from {differing + 1} on");
            }
        }
    }

    public async ValueTask DisposeAsync() => await Leave();

    private async Task Leave()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
    }

    private async Task Subscribe(ClientWebSocket socket, string topic)
    {
        var subscribe = string.Create(CultureInfo.InvariantCulture, $$"""{"op":"subscribe","topic":"{{topic}}","after":{{_seen[topic].Count}}}""");
        await socket.SendAsync(Encoding.UTF8.GetBytes(subscribe), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    private async Task Receive(ClientWebSocket socket)
    {
        var buffer = new byte[1024 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Text)
                {
                    await Take(socket, JsonNode.Parse(buffer.AsSpan(0, length))!);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server is gone; it is come back to with Connect.
        }
    }

    private async Task Take(ClientWebSocket socket, JsonNode message)
    {
        var topic = (string?)message["topic"] ?? "";
        switch ((string?)message["op"])
        {
            case "delta":
                Take(topic, (long)message["sequence"]!, message["event"]!.ToJsonString());
                break;
            case "subscribed":
                break;
            case "snapshot" when mayBeShownStates:
                Skip(topic, (long)message["sequence"]!);
                break;
            case "error" when (string?)message["code"] == "unavailable":
                // Told to try again, as a client does that has nothing else to do on this connection.
                await Task.Delay(Pause);
                await Subscribe(socket, topic);
                break;
            default:
                blame($"a watcher of {topic} was sent {message.ToJsonString()[..Math.Min(200, message.ToJsonString().Length)]}");
                break;
        }
    }

    private void Take(string topic, long sequence, string happened)
    {
        lock (_lock)
        {
            if (sequence != _seen[topic].Count + 1)
            {
                blame($"{topic}: a watcher saw {sequence} after {_seen[topic].Count}");
            }

            _seen[topic].Add(happened);
            Tell(topic);
        }
    }

    // Its events came as a whole.
    private void Skip(string topic, long sequence)
    {
        lock (_lock)
        {
            if (sequence < _seen[topic].Count)
            {
                blame($"{topic}: a watcher was shown {sequence} after {_seen[topic].Count}");
            }

            while (_seen[topic].Count < sequence)
            {
                _seen[topic].Add(Unseen);
            }

            Tell(topic);
        }
    }

    private void Tell(string topic)
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Topic == topic && _seen[topic].Count >= waiting.Sequence).ToArray())
        {
            _waiting.Remove(waiting);
            waiting.Seen.SetResult();
        }
    }

    private Task Reaches(string topic, long sequence)
    {
        lock (_lock)
        {
            if (_seen[topic].Count >= sequence)
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((topic, sequence, seen));
            return seen.Task;
        }
    }
}
