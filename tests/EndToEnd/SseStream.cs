using System.Net;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>Follows a stream with curl.</summary>
internal sealed class SseStream : IAsyncDisposable
{
    private readonly ChildProcess _curl;
    private readonly Uri _address;

    private SseStream(ChildProcess curl, Uri address) => (_curl, _address) = (curl, address);

    public static SseStream Open(GameStateServer server, string path, long? lastEventId = null)
    {
        var address = new Uri(server.HttpAddress, path);
        string[] resume = lastEventId is { } id ? ["-H", $"Last-Event-ID: {id}"] : [];
        return new(ChildProcess.Start("curl", ["-sSN", "--fail-with-body", .. resume, address.ToString()], Path.GetTempPath()), address);
    }

    /// <summary>The same, once there is something to follow: a zone is unknown until its feed told of it.</summary>
    public static async Task<SseStream> OpenOnceKnown(GameStateServer server, string path)
    {
        await Bound.Eventually(() => server.Status(path[..path.LastIndexOf('/')]), status => status == HttpStatusCode.OK);
        return Open(server, path);
    }

    /// <summary>The next event; heartbeats are left out.</summary>
    public Task<SseEvent> Next() => Read().Within(() => $"{_address}\n{_curl.Said}");

    /// <summary>Reads on until an event matches; gives all that were read.</summary>
    public async Task<IReadOnlyList<SseEvent>> Until(Func<SseEvent, bool> matches)
    {
        var events = new List<SseEvent>();
        do
        {
            events.Add(await Next());
        }
        while (!matches(events[^1]));

        return events;
    }

    public ValueTask DisposeAsync() => _curl.DisposeAsync();

    private async Task<SseEvent> Read()
    {
        var (name, id, data) = ("message", "", new List<string>());
        while (true)
        {
            var line = await _curl.Lines.ReadAsync();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0 && data.Count > 0)
            {
                return new(name, id, JsonNode.Parse(string.Join('\n', data))!);
            }

            var value = colon < 0 ? "" : line[(colon + 1)..].TrimStart(' ');
            switch (colon < 0 ? line : line[..colon])
            {
                case "event":
                    name = value;
                    break;
                case "id":
                    id = value;
                    break;
                case "data":
                    data.Add(value);
                    break;
            }
        }
    }
}
