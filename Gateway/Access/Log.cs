namespace OrleansGameState.Gateway.Access;

internal static partial class Log
{
    [LoggerMessage(3020, LogLevel.Information, "No API key is configured, so one was made; its hash is in {File}.")]
    public static partial void KeyMade(ILogger logger, string file);

    [LoggerMessage(3021, LogLevel.Warning, "No API key is configured, and the hash of a made one cannot be kept in {File}: {Detail} What needs a key is refused. Set Gateway:ApiKeys, or Gateway:DataDirectory to a folder that can be written.")]
    public static partial void KeyNotKept(ILogger logger, string file, string detail);

    [LoggerMessage(3022, LogLevel.Information, "A wrong API key from {Remote} for {Path}.")]
    public static partial void KeyRefused(ILogger logger, string? remote, string? path);
}
