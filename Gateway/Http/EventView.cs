using System.Text.Json.Nodes;

namespace OrleansGameState.Gateway.Http;

/// <summary>One event with its place in the history, as documentation has it.</summary>
internal sealed record EventView(string Topic, long Sequence, DateTimeOffset At, JsonObject Event);
