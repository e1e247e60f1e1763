using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>What changed in a system with a tick, as the Tick Detector feed has it.</summary>
internal sealed record TickMetricsMessage(
    string TickPass,
    bool StateChange,
    bool InfChange,
    bool InfStates,
    decimal CmfInf,
    string CmfName,
    bool CmfHasExpanded,
    decimal CmfInfDrop,
    bool CmfExpansionTax,
    bool ConflictEnded,
    FactionChangesMessage FactionChanges,
    [property: JsonPropertyName("atRiskNNFactions")] IReadOnlyList<AtRiskFactionMessage> AtRiskNNFactions,
    int FacCount,
    long Population,
    decimal AllFacSwing,
    [property: JsonPropertyName("BGSActivityEstimate")] ActivityMessage BgsActivityEstimate,
    int ActiveConflictCount,
    decimal LockedInf)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
