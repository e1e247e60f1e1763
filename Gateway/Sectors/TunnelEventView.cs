using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Something that happened in a tunnel, in the specification's names.</summary>
internal sealed record TunnelEventView(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("severity"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Severity);
