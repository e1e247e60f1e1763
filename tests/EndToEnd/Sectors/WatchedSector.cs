using Grpc.Core;
using OrleansGameState.Gateway.Sectors.V1;

namespace OrleansGameState.EndToEnd.Sectors;

/// <summary>A sector's live stream, kept from before anybody came.</summary>
internal sealed class WatchedSector : IDisposable
{
    private readonly AsyncServerStreamingCall<WatchSectorResponse> _call;
    private readonly List<SectorEvent> _events = [];
    private long _sequence;

    private WatchedSector(string id, AsyncServerStreamingCall<WatchSectorResponse> call) => (Id, _call) = (id, call);

    public string Id { get; }

    public static async Task<WatchedSector> StartAsync(SectorService.SectorServiceClient client, string id)
    {
        var watched = new WatchedSector(id, client.WatchSector(new() { Universe = LoadedUniverse.Id, Sector = id }));
        Assert.True(await watched._call.ResponseStream.MoveNext(CancellationToken.None));
        watched._sequence = watched._call.ResponseStream.Current.Snapshot.Sequence;
        return watched;
    }

    /// <summary>All that came up to a sequence, in order and without a hole.</summary>
    public async Task<IReadOnlyList<SectorEvent>> UntilAsync(long sequence)
    {
        while (_sequence < sequence)
        {
            Assert.True(await _call.ResponseStream.MoveNext(CancellationToken.None), $"sector {Id}'s stream ended at {_sequence}");
            var @event = _call.ResponseStream.Current.Event;
            Assert.True(@event is not null, $"sector {Id} was told anew behind {_sequence}");
            Assert.Equal(_sequence + 1, @event.Sequence);
            _sequence = @event.Sequence;
            _events.Add(@event);
        }

        return _events;
    }

    public void Dispose() => _call.Dispose();
}
