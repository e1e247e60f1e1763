using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>
/// Grain keys of this system: <c>elite</c>, <c>elite/{systemAddress}</c>, <c>elite/name/{name}</c>, <c>elite/faction/{name}</c>.
/// </summary>
public static class StarSystemKeys
{
    /// <summary>The system's name in envelopes, topics and tables.</summary>
    public const string System = "starsystems";

    /// <summary>Key of the galaxy.</summary>
    public const string Galaxy = "elite";

    private const string Prefix = "elite/";
    private const string NamePrefix = "elite/name/";
    private const string FactionPrefix = "elite/faction/";

    public static string StarSystem(long systemAddress) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{systemAddress}");

    /// <summary>Key of whatever systems bear a name; case and outer spaces make no difference.</summary>
    public static string Name(string name) => NamePrefix + Fold(name);

    /// <summary>Key of the minor faction of a name; case and outer spaces make no difference.</summary>
    public static string Faction(string name) => FactionPrefix + Fold(name);

    public static bool TryParseStarSystem(string key, out long systemAddress)
    {
        systemAddress = 0;
        return key.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(key.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out systemAddress)
            && systemAddress > 0
            && key[Prefix.Length] != '0';
    }

    /// <summary>The folded name in a key that <see cref="Name"/> made.</summary>
    public static bool TryParseName(string key, [NotNullWhen(true)] out string? name) => TryParse(key, NamePrefix, out name);

    /// <summary>The folded name in a key that <see cref="Faction"/> made.</summary>
    public static bool TryParseFaction(string key, [NotNullWhen(true)] out string? name) => TryParse(key, FactionPrefix, out name);

    private static bool TryParse(string key, string prefix, [NotNullWhen(true)] out string? name)
    {
        name = key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
        return name is { Length: > 0 } && name == Fold(name);
    }

    private static string Fold(string name) => name.Trim().ToLowerInvariant();
}
