using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The ids in keys that grains gave; other keys never come here.</summary>
internal static class SectorParts
{
    public static (string Universe, string Sector) OfSector(string key) =>
        SectorKeys.TryParseSector(key, out var universe, out var sector) ? (universe, sector) : throw Strange(key);

    public static (string Universe, string Player) OfPlayer(string key) =>
        SectorKeys.TryParsePlayer(key, out var universe, out var player) ? (universe, player) : throw Strange(key);

    public static (string Universe, string From, string To) OfTunnel(string key) =>
        SectorKeys.TryParseTunnel(key, out var universe, out var from, out var to) ? (universe, from, to) : throw Strange(key);

    private static ArgumentException Strange(string key) => new($"'{key}' is not a key of this kind.", nameof(key));
}
