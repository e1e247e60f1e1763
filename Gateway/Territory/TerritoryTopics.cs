using System.Globalization;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

internal static class TerritoryTopics
{
    public static string World(int worldId) => string.Create(CultureInfo.InvariantCulture, $"{TerritoryKeys.System}/{worldId}");

    public static string Zone(int worldId, uint zoneId) => string.Create(CultureInfo.InvariantCulture, $"{TerritoryKeys.System}/{worldId}/{zoneId}");
}
