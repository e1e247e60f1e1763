using System.Diagnostics.Tracing;
using System.Globalization;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Tells the log what the exporter tells nobody: that a collector does not take what it is sent. Not every time.</summary>
internal sealed class ExportFailures(TimeProvider time, ILogger logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private long? _toldAt;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    // Sources that exist already are heard of by the base's constructor: before the fields here are set. What others count is
    // sent to every listener.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_lock is not null && eventData.EventSource.Name == Exporter && IsDue())
        {
            Log.NotTaken(logger, Detail(eventData), Silence.TotalMinutes);
        }
    }

    private bool IsDue()
    {
        lock (_lock)
        {
            if (_toldAt is { } told && time.GetElapsedTime(told) < Silence)
            {
                return false;
            }

            _toldAt = time.GetTimestamp();
            return true;
        }
    }

    // The first line: what follows is a stack trace.
    private static string Detail(EventWrittenEventArgs written)
    {
        var text = string.Format(CultureInfo.InvariantCulture, written.Message ?? "{0}", [.. written.Payload ?? []]);
        return text.Split('\n', 2)[0].TrimEnd();
    }
}
