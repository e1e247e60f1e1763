using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>
/// Grain keys of this system: <c>{universe}</c>, <c>{universe}/{sector}</c>, <c>{universe}/player/{player}</c>,
/// <c>{universe}/tunnel/{from}-{to}</c>, <c>{universe}/universe/map</c>. They are unique among the kinds, since they are
/// what all of the system's entities are stored under.
/// </summary>
public static partial class SectorKeys
{
    /// <summary>The system's name in envelopes, topics and tables.</summary>
    public const string System = "sectors";

    private const string PlayerPart = "player";
    private const string TunnelPart = "tunnel";
    private const string MapPart = "universe/map";

    /// <summary>What an id may be, for people.</summary>
    public const string IdText = "1 to 64 letters, digits, '_', '.', ':' and '-', the first and last a letter, a digit or '_'";

    /// <summary>True of text that names a universe, a sector, a player, a ship, a port, a planet, a session or a move.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) => text is not null && Id().IsMatch(text);

    public static string Sector(string universe, string sector) => $"{universe}/{sector}";

    public static string Player(string universe, string player) => $"{universe}/{PlayerPart}/{player}";

    /// <summary>Hyphens within the two ids are doubled, so that no two tunnels share a key.</summary>
    public static string Tunnel(string universe, string from, string to) => $"{universe}/{TunnelPart}/{Doubled(from)}-{Doubled(to)}";

    public static string Map(string universe) => $"{universe}/{MapPart}";

    /// <summary>The universe in any key of this system.</summary>
    public static string UniverseOf(string key) => key.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? key[..slash] : key;

    public static bool IsUniverse(string key) => IsId(key);

    public static bool TryParseSector(string key, [NotNullWhen(true)] out string? universe, [NotNullWhen(true)] out string? sector) =>
        TryParse(key, 2, out universe, out sector);

    public static bool TryParsePlayer(string key, [NotNullWhen(true)] out string? universe, [NotNullWhen(true)] out string? player)
    {
        player = null;
        return TryParse(key, 3, out universe, out player) && key.AsSpan(universe.Length + 1).StartsWith(PlayerPart + "/", StringComparison.Ordinal);
    }

    public static bool TryParseTunnel(string key, [NotNullWhen(true)] out string? universe, [NotNullWhen(true)] out string? from, [NotNullWhen(true)] out string? to)
    {
        (universe, from, to) = (null, null, null);
        var parts = key.Split('/');
        if (parts.Length != 3 || parts[1] != TunnelPart || Separator().Match(parts[2]) is not { Success: true } match)
        {
            return false;
        }

        (universe, from, to) = (parts[0], Single(match.Groups[1].Value), Single(match.Groups[2].Value));
        return IsId(universe) && IsId(from) && IsId(to) && Tunnel(universe, from, to) == key;
    }

    public static bool TryParseMap(string key, [NotNullWhen(true)] out string? universe)
    {
        universe = UniverseOf(key);
        return IsId(universe) && key == Map(universe);
    }

    private static bool TryParse(string key, int parts, [NotNullWhen(true)] out string? universe, [NotNullWhen(true)] out string? id)
    {
        var split = key.Split('/');
        (universe, id) = split.Length == parts ? (split[0], split[^1]) : (null, null);
        return IsId(universe) && IsId(id);
    }

    private static string Doubled(string id) => id.Replace("-", "--", StringComparison.Ordinal);

    private static string Single(string id) => id.Replace("--", "-", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z0-9_]([A-Za-z0-9_.:-]{0,62}[A-Za-z0-9_])?\z")]
    private static partial Regex Id();

    // The one hyphen that stands alone.
    [GeneratedRegex(@"^((?:[^-]|--)+)-((?:[^-]|--)+)\z")]
    private static partial Regex Separator();
}
