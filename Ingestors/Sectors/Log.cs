using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Sectors;

internal static partial class Log
{
    [LoggerMessage(1340, LogLevel.Information, "Sectors: {Players} invented players move about the universe {Universe}")]
    public static partial void Playing(ILogger logger, int players, string universe);

    [LoggerMessage(1341, LogLevel.Warning, "Sectors: the bundled universe could not be imported as {Universe}, {Code}: {Detail}")]
    public static partial void NotImported(ILogger logger, string universe, string code, string detail);

    [LoggerMessage(1342, LogLevel.Warning, "Sectors: there is no universe to play in at {Path}")]
    public static partial void NoUniverse(ILogger logger, string path);

    [LoggerMessage(1343, LogLevel.Warning, "Sectors: the universe of {File} could not be read")]
    public static partial void BadUniverse(ILogger logger, string file, Exception exception);

    [LoggerMessage(1344, LogLevel.Debug, "{Key}: {Code}: {Detail}")]
    public static partial void Refused(ILogger logger, string key, string code, string detail);
}
