using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A player in a sector's list, in the specification's names.</summary>
internal sealed record EntryView(
    [property: JsonPropertyName("player_id")] string PlayerId,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("ship_id")] string ShipId,
    [property: JsonPropertyName("ship_name")] string ShipName,
    [property: JsonPropertyName("ship_type")] string ShipType,
    [property: JsonPropertyName("team_id")] string? TeamId,
    [property: JsonPropertyName("arrived_at"), JsonConverter(typeof(MillisecondsJsonConverter))] DateTimeOffset ArrivedAt);
