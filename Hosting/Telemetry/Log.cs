namespace OrleansGameState.Hosting.Telemetry;

internal static partial class Log
{
    [LoggerMessage(4020, LogLevel.Information, "Traces and metrics of {Service} go to {Endpoint} ({Protocol})")]
    public static partial void Sending(ILogger logger, string service, string endpoint, string protocol);

    [LoggerMessage(4021, LogLevel.Warning, "Telemetry was not taken: {Detail} What waits is dropped once there is too much of it; told again in {Minutes} minutes at the earliest")]
    public static partial void NotTaken(ILogger logger, string detail, double minutes);
}
