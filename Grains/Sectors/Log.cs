using Microsoft.Extensions.Logging;

namespace OrleansGameState.Grains.Sectors;

internal static partial class Log
{
    [LoggerMessage(1040, LogLevel.Warning, "{Player}: moved to {Sector}, which could not be asked what is met there; none was told.")]
    public static partial void EncountersNotTold(ILogger logger, string player, string sector, Exception exception);

    [LoggerMessage(1041, LogLevel.Debug, "{Player}: move {Move} was refused, and the use that {Tunnel} reserved for it could not be given back; the tunnel finds out by itself.")]
    public static partial void NotReleased(ILogger logger, string player, string move, string tunnel, Exception exception);

    [LoggerMessage(1042, LogLevel.Information, "{Player}: swept from sector {Sector}, silent since {SilentSince:O}.")]
    public static partial void Swept(ILogger logger, string player, string sector, DateTimeOffset silentSince);

    [LoggerMessage(1043, LogLevel.Information, "{Player}: move {Move} was given up; nobody was about it any more.")]
    public static partial void MoveAbandoned(ILogger logger, string player, string move);

    [LoggerMessage(1044, LogLevel.Warning, "{Sector}: {Player} was not in the list and is here by their own record; the list has them again.")]
    public static partial void EntryHealed(ILogger logger, string sector, string player);

    [LoggerMessage(1045, LogLevel.Warning, "{Sector}: {Player} was in the list and is not here by their own record; the entry was removed.")]
    public static partial void StrayRemoved(ILogger logger, string sector, string player);

    [LoggerMessage(1046, LogLevel.Warning, "{Sector}: {Player} left by their own record and was not in the list; there was nothing to remove.")]
    public static partial void NotListed(ILogger logger, string sector, string player);
}
