using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.EndToEnd;

/// <summary>EDDN's relay, or a Tick Detector, played by the test.</summary>
internal sealed class Relay : IDisposable
{
    private readonly PublisherSocket _socket = new();
    private readonly int _port;

    public Relay()
    {
        _socket.Options.Linger = TimeSpan.Zero;
        _port = _socket.BindRandomPort("tcp://127.0.0.1");
    }

    public string Endpoint => $"tcp://127.0.0.1:{_port}";

    /// <summary>An EDDN envelope of a system with two factions.</summary>
    public void SendJump(long systemAddress, string name, DateTimeOffset at, double influence, string? state = null)
    {
        var states = state is null ? new JsonArray() : [new JsonObject { ["State"] = state }];
        SendJson(new JsonObject
        {
            ["$schemaRef"] = "https://eddn.edcd.io/schemas/journal/1",
            ["header"] = new JsonObject { ["uploaderID"] = "test", ["softwareName"] = "test", ["softwareVersion"] = "1", ["gatewayTimestamp"] = Text(at.AddSeconds(1)) },
            ["message"] = new JsonObject
            {
                ["timestamp"] = Text(at),
                ["event"] = "FSDJump",
                ["StarSystem"] = name,
                ["SystemAddress"] = systemAddress,
                ["StarPos"] = new JsonArray(0, 0, 0),
                ["Population"] = 1_000_000,
                ["SystemFaction"] = new JsonObject { ["Name"] = $"{name} Holdings" },
                ["Factions"] = new JsonArray(
                    new JsonObject { ["Name"] = $"{name} Holdings", ["Influence"] = 1 - influence, ["ActiveStates"] = states },
                    new JsonObject { ["Name"] = "Passers-by", ["Influence"] = influence }),
            },
        });
    }

    /// <summary>A message of a Tick Detector.</summary>
    public void Send(string topic, JsonNode message) =>
        _socket.SendMoreFrame(topic).SendFrame(Deflated(message));

    public void Dispose() => _socket.Dispose();

    private void SendJson(JsonNode message) => _socket.SendFrame(Deflated(message));

    private static byte[] Deflated(JsonNode message)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Optimal))
        {
            zlib.Write(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()));
        }

        return buffer.ToArray();
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
