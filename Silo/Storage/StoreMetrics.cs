using System.Diagnostics.Metrics;

namespace OrleansGameState.Silo.Storage;

/// <summary>Measures the store's transactions.</summary>
internal sealed class StoreMetrics
{
    public const string MeterName = "OrleansGameState.Silo";

    private readonly Meter _meter;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _transaction;
    private readonly Counter<long> _retries;
    private long _written;

    public StoreMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _batch = _meter.CreateHistogram(
            "gamestate.store.batch",
            "{write}",
            "Writes that rode in one transaction.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] });
        _transaction = _meter.CreateHistogram(
            "gamestate.store.transaction",
            "s",
            "One transaction, from its sending to the server's word that it is durable.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10] });
        _retries = _meter.CreateCounter<long>("gamestate.store.retries", "{transaction}", "Transactions that were tried again.");
    }

    /// <summary>Writes that were committed since the start.</summary>
    public long Written => Interlocked.Read(ref _written);

    public void Observe(Func<int> queue) =>
        _meter.CreateObservableGauge("gamestate.store.queue", queue, "{write}", "Writes that wait or are under way.");

    public void Wrote(int count, TimeSpan took)
    {
        Interlocked.Add(ref _written, count);
        _batch.Record(count);
        _transaction.Record(took.TotalSeconds);
    }

    public void Retried() => _retries.Add(1);
}
