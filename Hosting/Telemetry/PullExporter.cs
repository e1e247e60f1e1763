using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Hands each collection to whoever asked for it.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PullExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock _lock = new();
    private string _text = "";

    public Func<int, bool>? Collect { get; set; }

    /// <summary>All metrics now, as Prometheus text. One at a time.</summary>
    public string Read()
    {
        lock (_lock)
        {
            Collect?.Invoke(Timeout.Infinite);
            return _text;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        _text = PrometheusText.Of(batch);
        return ExportResult.Success;
    }
}
