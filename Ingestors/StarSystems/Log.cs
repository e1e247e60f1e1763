using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.StarSystems;

internal static partial class Log
{
    [LoggerMessage(1320, LogLevel.Information, "Star systems: live, EDDN from {Eddn}, ticks from {TickDetector}")]
    public static partial void Live(ILogger logger, string eddn, string tickDetector);

    [LoggerMessage(1321, LogLevel.Information, "Star systems: replaying {Files} at speed {Speed}, loop {Loop}, rebased {Rebase}")]
    public static partial void Replaying(ILogger logger, string files, double speed, bool loop, bool rebase);

    [LoggerMessage(1322, LogLevel.Debug, "{Feed}: refused, {Reason}: {Detail}")]
    public static partial void Refused(ILogger logger, string feed, string reason, string detail);

    [LoggerMessage(1323, LogLevel.Debug, "{Key}: {Code}: {Detail}")]
    public static partial void Rejected(ILogger logger, string key, string code, string detail);

    [LoggerMessage(1324, LogLevel.Debug, "A report of the feed {Feed} was lost")]
    public static partial void ReportLost(ILogger logger, string feed, Exception exception);

    [LoggerMessage(1325, LogLevel.Information, "{Feed}: connected to {Endpoint}")]
    public static partial void Connected(ILogger logger, string feed, string endpoint);

    [LoggerMessage(1326, LogLevel.Warning, "{Feed}: the connection to {Endpoint} was lost; it is made anew")]
    public static partial void Disconnected(ILogger logger, string feed, string endpoint);

    [LoggerMessage(1327, LogLevel.Warning, "{Feed}: the queue was full for {Seconds} s, frames were dropped; told again in a minute at the earliest")]
    public static partial void Overflow(ILogger logger, string feed, double seconds);

    [LoggerMessage(1331, LogLevel.Warning, "{Feed}: nothing came from {Endpoint} for {Minutes} minutes; the connection is made anew")]
    public static partial void Silent(ILogger logger, string feed, string endpoint, double minutes);

    [LoggerMessage(1328, LogLevel.Information, "{Systems} systems were described from {File}; {Refused} lines could not be read")]
    public static partial void Described(ILogger logger, int systems, string file, int refused);

    [LoggerMessage(1329, LogLevel.Warning, "{File}: a line could not be read: {Detail} Logged once.")]
    public static partial void BadSystem(ILogger logger, string file, string detail);

    [LoggerMessage(1330, LogLevel.Error, "The systems of {File} could not be described")]
    public static partial void NotDescribed(ILogger logger, string file, Exception exception);
}
