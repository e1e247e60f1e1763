using Grpc.Core;
using OrleansGameState.Bench.Reads;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Clusters;

internal sealed class GrpcReads(Servers side, int concurrent) : IReads
{
    private const int Channels = 8;

    private static readonly Method<byte[], byte[]> GetZone = RawCalls.Method("gamestate.territory.v1.TerritoryService", "GetZone");

    private readonly GrpcLoad _load = new(side.Own.Grpc, Channels, concurrent);

    public Servers Side => side;

    public Task<long> RunAsync(TimeSpan duration) => _load.RunAsync(GetZone, [0x08, SampleZones.WorldId, 0x10, (byte)SampleZones.MediumZoneId], duration);

    public void Dispose() => _load.Dispose();
}
