using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Territory;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Debug, "{Feed}: refused, {Reason}: {Detail}")]
    public static partial void Refused(ILogger logger, string feed, string reason, string detail);

    [LoggerMessage(1102, LogLevel.Warning, "{Key}: {Code}: {Detail} Logged once.")]
    public static partial void UnknownId(ILogger logger, string key, string code, string detail);

    [LoggerMessage(1103, LogLevel.Warning, "REST {Collection}: {Kind} '{Text}' (transient: {IsTransient}). Logged once, counted from now on.")]
    public static partial void RestError(ILogger logger, string collection, string kind, string text, bool isTransient);

    [LoggerMessage(1104, LogLevel.Debug, "{Key}: a report of its feed was lost")]
    public static partial void ReportLost(ILogger logger, string key, Exception exception);

    [LoggerMessage(1105, LogLevel.Information, "Connected to {Url} ({Type})")]
    public static partial void Connected(ILogger logger, string url, string type);

    [LoggerMessage(1106, LogLevel.Warning, "Connection lost ({Type})")]
    public static partial void Disconnected(ILogger logger, string type, Exception? exception);

    [LoggerMessage(1107, LogLevel.Information, "Subscribing to worlds {Worlds}")]
    public static partial void Subscribing(ILogger logger, string worlds);

    [LoggerMessage(1108, LogLevel.Warning, "The subscription had changed (worlds {Worlds}; events {EventNames}), it is renewed")]
    public static partial void SubscriptionChanged(ILogger logger, string worlds, string eventNames);

    [LoggerMessage(1109, LogLevel.Warning, "The subscription is not honoured, connecting anew")]
    public static partial void SubscriptionHopeless(ILogger logger);

    [LoggerMessage(1110, LogLevel.Warning, "The queue was full for {Seconds} s, a frame was dropped; the map poll restores what it told")]
    public static partial void Overflow(ILogger logger, double seconds);

    [LoggerMessage(1111, LogLevel.Information, "Territory: live from {StreamUrl}, REST {RestUrl}, worlds {Worlds}")]
    public static partial void Live(ILogger logger, string streamUrl, string restUrl, string worlds);

    [LoggerMessage(1112, LogLevel.Information, "Territory: replaying {Files} at speed {Speed}, loop {Loop}, rebased {Rebase}")]
    public static partial void Replaying(ILogger logger, string files, double speed, bool loop, bool rebase);

    [LoggerMessage(1113, LogLevel.Warning, "Territory: no recording and no live feed. Set Ingestors:Territory:ServiceId, Ingestors:Territory:StreamUrl or Ingestors:Replay:Files.")]
    public static partial void Nothing(ILogger logger);

    [LoggerMessage(1114, LogLevel.Warning, "Static data {Collection} could not be read; that of {Day} is used")]
    public static partial void FromCache(ILogger logger, string collection, string day);

    [LoggerMessage(1115, LogLevel.Warning, "Static data {Collection} could not be kept in {Path}")]
    public static partial void CacheFailed(ILogger logger, string collection, string path, Exception exception);
}
