using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Replay;

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Warning, "{File}: a line could not be read: {Detail}")]
    public static partial void BadLine(ILogger logger, string file, string detail);

    [LoggerMessage(1202, LogLevel.Error, "Nothing to replay in {Files}")]
    public static partial void Empty(ILogger logger, string files);

    [LoggerMessage(1203, LogLevel.Information, "The recording has ended")]
    public static partial void Ended(ILogger logger);
}
