using Microsoft.Extensions.Logging;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Of universes as a whole: tunnels, imports, sweeps.</summary>
internal static partial class UniverseLog
{
    [LoggerMessage(1060, LogLevel.Warning, "{Tunnel}: {Player} passed by move {Move}, which its limit has no more room for; it is not counted.")]
    public static partial void BeyondLimit(ILogger logger, string tunnel, string player, string move);

    [LoggerMessage(1061, LogLevel.Warning, "{Tunnel}: what became of move {Move} of {Player} is not known yet; its use stays reserved.")]
    public static partial void NotSettled(ILogger logger, string tunnel, string player, string move, Exception exception);

    [LoggerMessage(1062, LogLevel.Information, "{Tunnel}: the use that was reserved for move {Move} of {Player} is free again: the move was never committed.")]
    public static partial void Freed(ILogger logger, string tunnel, string player, string move);
}
