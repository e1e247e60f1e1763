using System.Diagnostics.Metrics;

namespace OrleansGameState.Bench.Serving;

/// <summary>
/// Keeps the yardsticks out of the server's metrics, whose listener goes by a meter's name: what is measured against has
/// none to pay for.
/// </summary>
internal sealed class UnheardMeters : IMeterFactory
{
    public Meter Create(MeterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(new MeterOptions($"bench.unheard.{options.Name}"));
    }

    public void Dispose()
    {
    }
}
