using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A ship in a sector; without a pilot where <c>pilot_id</c> is null.</summary>
internal sealed record PresentShipView(
    [property: JsonPropertyName("ship_id")] string ShipId,
    [property: JsonPropertyName("ship_name")] string ShipName,
    [property: JsonPropertyName("ship_type")] string ShipType,
    [property: JsonPropertyName("pilot_id")] string? PilotId);
