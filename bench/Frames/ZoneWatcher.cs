using System.Text.Json;

namespace OrleansGameState.Bench.Frames;

/// <summary>Follows the zones on one connection, as a page would.</summary>
internal sealed class ZoneWatcher : IDisposable
{
    private readonly MessageSocket _socket = new();
    private readonly Dictionary<string, long> _sequences = [];

    public long Deltas { get; private set; }

    public long Snapshots { get; private set; }

    public long Sequences => _sequences.Values.Sum();

    public async Task SubscribeAsync(int port)
    {
        await _socket.ConnectAsync($"ws://127.0.0.1:{port}/realtime");
        foreach (var zone in PushFrames.Zones)
        {
            await _socket.SendAsync($$"""{"op":"subscribe","topic":"territory/{{PushFrames.Watched}}/{{zone}}"}""");
        }

        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_sequences.Count < PushFrames.Zones.Length)
        {
            Take((await _socket.ReadAsync(bound.Token)).Span);
        }
    }

    /// <summary>Reads until every event up to this many in all has been seen, in deltas or in a snapshot.</summary>
    public async Task ReadUntilAsync(long events, CancellationToken cancellationToken)
    {
        while (Sequences < events)
        {
            Take((await _socket.ReadAsync(cancellationToken)).Span);
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Take(ReadOnlySpan<byte> message)
    {
        var (op, topic, sequence) = Head(message);
        switch (op)
        {
            case "delta":
                Deltas++;
                break;
            case "snapshot":
                Snapshots++;
                break;
            default:
                throw new InvalidDataException($"Neither a snapshot nor a delta: {System.Text.Encoding.UTF8.GetString(message)}");
        }

        _sequences[topic!] = sequence;
    }

    // The head comes first; the rest is not read.
    private static (string? Op, string? Topic, long Sequence) Head(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        string? op = null, topic = null;
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString();
            reader.Read();
            (op, topic) = (name == "op" ? reader.GetString() : op, name == "topic" ? reader.GetString() : topic);
            if (name == "sequence")
            {
                return (op, topic, reader.GetInt64());
            }
        }

        return (op, topic, 0);
    }
}
