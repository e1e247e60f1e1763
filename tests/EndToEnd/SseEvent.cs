using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>An event of a stream as it came over the wire.</summary>
internal sealed record SseEvent(string Event, string Id, JsonNode Data)
{
    public long Sequence => (long)Data["sequence"]!;
}
