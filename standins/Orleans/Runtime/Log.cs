using Microsoft.Extensions.Logging;

namespace Orleans.Standin;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Grain {GrainId} could not be activated.")]
    internal static partial void ActivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(2, LogLevel.Warning, "Grain {GrainId} failed while it was deactivated.")]
    internal static partial void DeactivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(3, LogLevel.Warning, "A timer of grain {GrainId} threw.")]
    internal static partial void TimerFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(4, LogLevel.Warning, "An observer's {Method} threw.")]
    internal static partial void ObserverFailed(this ILogger logger, Exception exception, string method);

    [LoggerMessage(5, LogLevel.Warning, "An item of stream {Stream} could not be delivered to {Subscription}; trying again.")]
    internal static partial void DeliveryFailed(this ILogger logger, Exception exception, StreamId stream, Guid subscription);

    [LoggerMessage(6, LogLevel.Information, "Started: {Classes} grain classes, {Interfaces} interfaces.")]
    internal static partial void SiloStarted(this ILogger logger, int classes, int interfaces);

    [LoggerMessage(7, LogLevel.Warning, "Stopped with {Count} activations left behind.")]
    internal static partial void LeftBehind(this ILogger logger, int count);

    [LoggerMessage(8, LogLevel.Warning, "A one-way call of {Method} threw.")]
    internal static partial void OneWayFailed(this ILogger logger, Exception exception, string method);

    [LoggerMessage(9, LogLevel.Warning, "Stream {Stream} has an item for {GrainId}, which has not resumed its subscription {Subscription}; it is lost.")]
    internal static partial void NotResumed(this ILogger logger, StreamId stream, GrainId grainId, Guid subscription);
}
