using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A sector as clients see it; of one that no map has any more, what it was is empty.</summary>
internal sealed record SectorView(
    string Universe,
    string Sector,
    long Sequence,
    DateTimeOffset AsOf,
    string Name,
    string Type,
    double HazardLevel,
    SectorDefenses Defenses,
    string? Beacon,
    IReadOnlyList<Place> Ports,
    IReadOnlyList<Place> Planets,
    IReadOnlyList<SectorLink> Neighbours,
    IReadOnlyList<SectorLink> Tunnels,
    bool IsStub,
    bool IsCharted,
    [property: JsonPropertyName("players_present")] IReadOnlyList<EntryView> PlayersPresent,
    [property: JsonPropertyName("ships_present")] IReadOnlyList<PresentShipView> ShipsPresent)
{
    /// <summary>Steps from the sector that was scanned from; of a scan only.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Distance { get; init; }
}
