using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OrleansGameState.EndToEnd.Fakes;

/// <summary>One connection of a client to the fake push service.</summary>
internal sealed class PushConnection(WebSocket socket, string query, Action abort)
{
    /// <summary>What the client gave behind the path: <c>?environment=..&amp;service-id=..</c>.</summary>
    public string Query => query;

    public IReadOnlyList<string> Worlds { get; private set; } = [];

    public Task Send(string frame) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Ends the connection as a broken network does: without a word.</summary>
    public void Break() => abort();

    public async Task Listen(ChannelWriter<PushConnection> subscribed, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(buffer, cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
                    return;
                }

                await Answer(JsonNode.Parse(buffer.AsSpan(0, result.Count))!.AsObject());
                await subscribed.WriteAsync(this, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The connection is gone; the test made it so, or is over.
        }
    }

    private Task Answer(JsonObject subscription)
    {
        Assert.Equal("event", (string?)subscription["service"]);
        Assert.Equal("subscribe", (string?)subscription["action"]);
        Worlds = [.. subscription["worlds"]!.AsArray().Select(world => (string)world!)];
        var echo = new JsonObject
        {
            ["characterCount"] = 0,
            ["eventNames"] = subscription["eventNames"]!.DeepClone(),
            ["logicalAndCharactersWithWorlds"] = true,
            ["worlds"] = subscription["worlds"]!.DeepClone(),
        };
        return Send(new JsonObject { ["subscription"] = echo }.ToJsonString());
    }
}
