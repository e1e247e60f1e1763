using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A tick of a system as the Tick Detector feed has it: the same members in the same order, then what another detector sent beside them.</summary>
/// <param name="System">The system's name.</param>
/// <param name="SystemAddress">A number.</param>
/// <param name="Schema">The feed's, which never had one: <c>notYetImplemented</c>.</param>
/// <param name="TimeGapMins">Minutes, as text with one decimal.</param>
/// <param name="Timestamp">Whole seconds, in UTC with a Z.</param>
/// <param name="DayCount">Ticks of this system in the seven days up to this one.</param>
/// <param name="IsColony">Founded by players.</param>
/// <param name="Metrics">What changed.</param>
internal sealed record SystemTickMessage(
    string System,
    long SystemAddress,
    string Schema,
    string TimeGapMins,
    string Timestamp,
    int DayCount,
    bool IsColony,
    TickMetricsMessage Metrics)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
