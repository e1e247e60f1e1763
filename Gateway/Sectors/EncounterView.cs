using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What is met in a sector, in the specification's names; each type has its own member.</summary>
internal sealed record EncounterView(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("players"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EntryView>? Players,
    [property: JsonPropertyName("hazard"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Hazard,
    [property: JsonPropertyName("count"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count,
    [property: JsonPropertyName("threat_level")] string ThreatLevel);
