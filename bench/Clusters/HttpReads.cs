using OrleansGameState.Bench.Reads;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Clusters;

internal sealed class HttpReads(Servers side, int connections) : IReads
{
    private readonly HttpLoad _load = new(side.Own.Http, connections);

    public Servers Side => side;

    public Task<long> RunAsync(TimeSpan duration) => _load.RunAsync(SampleZones.SmallPath, duration);

    public void Dispose() => _load.Dispose();
}
