using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Factions came to a system or left it, as the Tick Detector feed has it.</summary>
internal sealed record FactionsChangedMessage(string System, long SystemAddress, bool IsColony, string Timestamp, FactionChangesMessage FactionChanges)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
