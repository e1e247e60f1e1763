using System.Diagnostics.CodeAnalysis;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Topics are the entities' keys behind the system's name; two are not entities'.</summary>
internal static class SectorTopics
{
    private const string MovesEnd = "/universe/moves";
    private const string MePart = "me";

    public static string Of(string key) => $"{SectorKeys.System}/{key}";

    /// <summary>Who comes, goes and moves in a universe, and which of its tunnels wear out.</summary>
    public static string Moves(string universe) => $"{SectorKeys.System}/{universe}{MovesEnd}";

    /// <summary>A player and the sector that they are in.</summary>
    public static string Me(string universe, string player) => $"{SectorKeys.System}/{universe}/{MePart}/{player}";

    public static bool IsMoves(string topic) =>
        topic.StartsWith(SectorKeys.System + "/", StringComparison.Ordinal)
        && topic.EndsWith(MovesEnd, StringComparison.Ordinal)
        && topic.Length > SectorKeys.System.Length + 1 + MovesEnd.Length
        && SectorKeys.IsId(topic[(SectorKeys.System.Length + 1)..^MovesEnd.Length]);

    public static bool TryParseMe(string topic, [NotNullWhen(true)] out string? universe, [NotNullWhen(true)] out string? player)
    {
        (universe, player) = topic.Split('/') is [SectorKeys.System, var u, MePart, var p] && SectorKeys.IsId(u) && SectorKeys.IsId(p) ? (u, p) : (null, null);
        return universe is not null && player is not null;
    }
}
