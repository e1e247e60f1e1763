using Microsoft.Extensions.Logging;

namespace OrleansGameState.Grains.Entities;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "{Key}: a write failed; the commands decided on it fail and the entity reloads.")]
    public static partial void WriteFailed(ILogger logger, string key, Exception exception);

    [LoggerMessage(1002, LogLevel.Warning, "{Key}: could not tell {Target}; it stays owed and will be tried again.")]
    public static partial void IntentNotDelivered(ILogger logger, string key, string target, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "{Key}: an announcement was lost; the log has it.")]
    public static partial void AnnouncementLost(ILogger logger, string key, Exception exception);

    [LoggerMessage(1004, LogLevel.Error, "{Key}: could not be read again after a failed write; it is activated anew at the next call.")]
    public static partial void NotReloaded(ILogger logger, string key, Exception exception);
}
