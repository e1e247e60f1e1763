using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A region of a zone's map, as the game's <c>map_region</c> collection has it.</summary>
/// <param name="RegionId">map_region_id: what the REST map speaks of.</param>
/// <param name="FacilityId">facility_id: what events speak of; null for regions without a facility.</param>
/// <param name="Name">Facility name.</param>
/// <param name="TypeId">facility_type_id; 7 is a warpgate.</param>
/// <param name="Type">facility_type, such as <c>Bio Lab</c>.</param>
/// <param name="X">location_x in metres, north is up; null where the game has none.</param>
/// <param name="Z">location_z in metres; null where the game has none.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.MapRegion")]
public sealed record MapRegion(
    [property: Id(0)] int RegionId,
    [property: Id(1)] int? FacilityId,
    [property: Id(2)] string Name,
    [property: Id(3)] int TypeId,
    [property: Id(4)] string Type,
    [property: Id(5)] double? X,
    [property: Id(6)] double? Z)
{
    public const int WarpgateTypeId = 7;

    [JsonIgnore]
    public bool IsWarpgate => TypeId == WarpgateTypeId;
}
