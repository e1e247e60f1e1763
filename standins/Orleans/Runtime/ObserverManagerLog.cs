using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

internal static partial class ObserverManagerLog
{
    [LoggerMessage(20, LogLevel.Debug, "Observer {Id} threw and is dropped.")]
    internal static partial void ObserverDropped(this ILogger logger, Exception exception, object id);
}
