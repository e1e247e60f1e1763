using System.Diagnostics.Metrics;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Of sweeps, over all universes.</summary>
internal sealed class UniverseMetrics
{
    private readonly Counter<long> _found;
    private readonly Histogram<double> _sweep;

    public UniverseMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(EntityMetrics.MeterName);
        _found = meter.CreateCounter<long>("gamestate.universe.swept", "{entry}", "What sweeps looked after.");
        _sweep = meter.CreateHistogram<double>("gamestate.universe.sweep", "s", "One sweep, from its scan on.");
    }

    public void Swept(SweepCounts counts, TimeSpan took)
    {
        _sweep.Record(took.TotalSeconds);
        Add("silent", counts.Swept);
        Add("missing", counts.Healed);
        Add("stray", counts.Strays);
        Add("ship", counts.Ships);
        Add("reservation", counts.Reservations);
    }

    private void Add(string what, int count)
    {
        if (count > 0)
        {
            _found.Add(count, new KeyValuePair<string, object?>("what", what));
        }
    }
}
