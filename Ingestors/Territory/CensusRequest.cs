using System.Collections.Immutable;
using System.Globalization;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>A query of the REST service.</summary>
/// <param name="Collection">Such as <c>map_region</c>.</param>
/// <param name="Query">What follows the question mark.</param>
/// <param name="WorldId">The world whose map it is; else null.</param>
/// <param name="CharacterIds">Whom a look-up is about; else empty.</param>
internal sealed record CensusRequest(string Collection, string Query, int? WorldId, ImmutableArray<long> CharacterIds)
{
    public const string Map = "map";
    public const string Character = "character";
    public const string World = "world";
    public const string Zone = "zone";
    public const string MapRegion = "map_region";
    public const string FacilityLink = "facility_link";

    /// <summary>What is read at start, in the order in which it is useful.</summary>
    public static readonly ImmutableArray<string> StaticCollections = [World, Zone, FacilityLink, MapRegion];

    public static CensusRequest MapOf(int worldId, IEnumerable<uint> zones) =>
        new(Map, string.Create(CultureInfo.InvariantCulture, $"world_id={worldId}&zone_ids={string.Join(',', zones)}"), worldId, []);

    public static CensusRequest Static(string collection) => new(collection, "c:limit=5000", null, []);

    public static CensusRequest Factions(ImmutableArray<long> ids) =>
        new(Character, $"character_id={string.Join(',', ids)}&c:show=character_id,faction_id&c:limit=100", null, ids);
}
