using System.Globalization;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Grain keys of this system: <c>ps2</c>, <c>ps2/{world}</c>, <c>ps2/{world}/{zone}</c>.</summary>
public static class TerritoryKeys
{
    /// <summary>The system's name in envelopes, topics and tables.</summary>
    public const string System = "territory";

    /// <summary>Key of the directory of worlds.</summary>
    public const string Directory = "ps2";

    public static string World(int worldId) => string.Create(CultureInfo.InvariantCulture, $"ps2/{worldId}");

    public static string Zone(int worldId, uint zoneId) => string.Create(CultureInfo.InvariantCulture, $"ps2/{worldId}/{zoneId}");

    public static bool TryParseWorld(string key, out int worldId)
    {
        worldId = 0;
        return key.StartsWith("ps2/", StringComparison.Ordinal) && TryParseId(key.AsSpan(4), out worldId);
    }

    public static bool TryParseZone(string key, out int worldId, out uint zoneId)
    {
        (worldId, zoneId) = (0, 0);
        if (!key.StartsWith("ps2/", StringComparison.Ordinal))
        {
            return false;
        }

        var ids = key.AsSpan(4);
        var slash = ids.IndexOf('/');
        return slash > 0
            && TryParseId(ids[..slash], out worldId)
            && uint.TryParse(ids[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out zoneId)
            && zoneId > 0
            && ids[slash + 1] != '0';
    }

    private static bool TryParseId(ReadOnlySpan<char> text, out int id) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0 && text[0] != '0';
}
