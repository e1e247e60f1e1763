using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Makes zones' maps of the static data.</summary>
internal static class ZoneMaps
{
    /// <summary>The map of a zone, or of an instance by its definition; null where nothing is known of it.</summary>
    public static ZoneMap? Of(StaticData data, uint zoneId)
    {
        if (data.Regions is null)
        {
            return null;
        }

        var definition = ZoneIds.DefinitionOf(zoneId);
        var name = data.Zones?.GetValueOrDefault(definition);
        ImmutableArray<MapRegion> regions = [.. data.Regions[definition].DistinctBy(region => region.RegionId).OrderBy(region => region.RegionId)];
        ImmutableArray<LatticeLink> links = [.. (data.Links?[definition] ?? []).Distinct().OrderBy(link => link.FacilityA).ThenBy(link => link.FacilityB)];
        if (string.IsNullOrEmpty(name))
        {
            if (regions.IsEmpty)
            {
                return null;
            }

            name = string.Create(CultureInfo.InvariantCulture, $"Zone {definition}");
        }

        return new(name, data.Version, DigestOf(name, regions, links), regions, links);
    }

    // Over the content in one order, without the day: the same map read again is the same map.
    private static string DigestOf(string name, ImmutableArray<MapRegion> regions, ImmutableArray<LatticeLink> links) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { name, regions, links })));
}
