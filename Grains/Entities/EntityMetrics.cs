using System.Diagnostics.Metrics;

namespace OrleansGameState.Grains.Entities;

/// <summary>Counts by system, never by key.</summary>
internal sealed class EntityMetrics
{
    public const string MeterName = "OrleansGameState.Grains";

    private readonly Counter<long> _events;
    private readonly Counter<long> _rejections;
    private readonly Counter<long> _failedWrites;
    private readonly Histogram<double> _commit;
    private readonly UpDownCounter<int> _active;

    public EntityMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _events = meter.CreateCounter<long>("gamestate.entity.events", "{event}", "Events committed.");
        _rejections = meter.CreateCounter<long>("gamestate.entity.rejections", "{rejection}", "Commands, or parts of them, refused.");
        _failedWrites = meter.CreateCounter<long>("gamestate.entity.failed_writes", "{write}", "Writes that failed.");
        _active = meter.CreateUpDownCounter<int>("gamestate.entity.active", "{entity}", "Entities that are in memory.");
        _commit = meter.CreateHistogram(
            "gamestate.entity.commit",
            "s",
            "From the start of a write to its acknowledgement.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] });
    }

    public void Committed(string system, int events, TimeSpan took)
    {
        _events.Add(events, new KeyValuePair<string, object?>("system", system));
        _commit.Record(took.TotalSeconds, new KeyValuePair<string, object?>("system", system));
    }

    public void Activated(string system, int change) => _active.Add(change, new KeyValuePair<string, object?>("system", system));

    public void Rejected(string system, string code) =>
        _rejections.Add(1, new("system", system), new("code", code));

    public void WriteFailed(string system) =>
        _failedWrites.Add(1, new KeyValuePair<string, object?>("system", system));
}
