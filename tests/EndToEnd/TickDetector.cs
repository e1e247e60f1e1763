using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.EndToEnd;

/// <summary>Another tick detector: publishes what the test says, as the real one does.</summary>
internal sealed class TickDetector : IDisposable
{
    private readonly PublisherSocket _socket = new();
    private readonly Lock _lock = new();
    private long _address = 9467047650000;

    public TickDetector() => Address = $"tcp://127.0.0.1:{_socket.BindRandomPort("tcp://127.0.0.1")}";

    public string Address { get; }

    /// <summary>A tick of a system of which nothing was told before, with a member that nobody knows.</summary>
    public void TellTick()
    {
        lock (_lock)
        {
            var address = ++_address;
            Tell("SystemTick", new JsonObject
            {
                ["system"] = $"Wolf {address}",
                ["systemAddress"] = $"{address}",
                ["schema"] = "notYetImplemented",
                ["timeGapMins"] = "174.4",
                ["timestamp"] = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["dayCount"] = 3,
                ["isColony"] = false,
                ["metrics"] = JsonNode.Parse(
                    """
                    {"tickPass":"Inf","stateChange":false,"infChange":true,"infStates":false,"cmfInf":0.661323,"cmfName":"Alchemy Den",
                     "cmfHasExpanded":false,"cmfInfDrop":"-0.0154","cmfExpansionTax":false,"conflictEnded":false,
                     "factionChanges":{"retreated":[],"arrived":[]},"atRiskNNFactions":[],"facCount":7,"population":1927340,
                     "allFacSwing":0.01921,"BGSActivityEstimate":{"label":"Low","value":0.04551,"valueAdj":0.04551,"bars":1},
                     "activeConflictCount":1,"lockedInf":0.13527,"moonPhase":"waning"}
                    """),
            });
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Tell(string topic, JsonObject message)
    {
        using var payload = new MemoryStream();
        using (var zlib = new ZLibStream(payload, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes(message.ToJsonString()));
        }

        _socket.SendMoreFrame(topic).SendFrame(payload.ToArray());
    }
}
