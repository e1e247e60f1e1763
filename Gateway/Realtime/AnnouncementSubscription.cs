using Orleans.Streams;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One subscription to a system's stream, from its making on.</summary>
internal sealed class AnnouncementSubscription
{
    private readonly IAsyncStream<Envelope> _stream;
    private readonly Task<StreamSubscriptionHandle<Envelope>> _handle;

    public AnnouncementSubscription(string system, IAsyncStream<Envelope> stream, Action<AnnouncementSubscription, Envelope> hand)
    {
        (System, _stream) = (system, stream);
        _handle = stream.SubscribeAsync((envelope, _) =>
        {
            hand(this, envelope);
            return Task.CompletedTask;
        });
    }

    public string System { get; }

    /// <summary>Done once it is made; faulted where it could not be.</summary>
    public Task Ready => _handle;

    public bool HasFailed => _handle.IsFaulted;

    /// <summary>True where the cluster no longer knows of it.</summary>
    public async Task<bool> IsLost()
    {
        var handle = await _handle;
        var known = await _stream.GetAllSubscriptionHandles();
        return known.All(other => other.HandleId != handle.HandleId);
    }

    public async Task End() => await (await _handle).UnsubscribeAsync();
}
