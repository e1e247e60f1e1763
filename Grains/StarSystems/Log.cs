using Microsoft.Extensions.Logging;

namespace OrleansGameState.Grains.StarSystems;

internal static partial class Log
{
    [LoggerMessage(1030, LogLevel.Information, "Galaxy tick {Id}: called, started {StartedAt:O} by {Systems} systems, confidence {Confidence}.")]
    public static partial void TickCalled(ILogger logger, string id, DateTimeOffset startedAt, int systems, double confidence);

    [LoggerMessage(1031, LogLevel.Information, "Galaxy tick {Id}: {Standing} now, started {StartedAt:O}. {Reason}")]
    public static partial void TickRevised(ILogger logger, string id, string standing, DateTimeOffset startedAt, string reason);

    [LoggerMessage(1032, LogLevel.Warning, "Galaxy tick {Id}: taken back. {Reason}")]
    public static partial void TickWithdrawn(ILogger logger, string id, string reason);

    [LoggerMessage(1033, LogLevel.Warning, "No galaxy tick for more than {Hours} hours; the last one started {LastTick}.")]
    public static partial void TickOverdue(ILogger logger, double hours, DateTimeOffset? lastTick);
}
