using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction expanded from a system and paid for it, as the Tick Detector feed has it: the drop is text, old minus new.</summary>
internal sealed record FactionExpandedFromMessage(
    string System,
    long SystemAddress,
    bool IsColony,
    string Timestamp,
    string Faction,
    [property: JsonPropertyName("InfDrop")] string InfDrop,
    bool HasExpanded)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
