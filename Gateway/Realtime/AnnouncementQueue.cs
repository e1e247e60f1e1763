using System.Threading.Channels;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Announcements on their way to one reader. Bounded: where the reader is too slow, it goes without some.</summary>
internal sealed class AnnouncementQueue : IDisposable
{
    private const int Longest = 1024;

    private readonly Announcements _announcements;
    private readonly IReadOnlyList<string> _topics;
    private readonly Action? _onDropped;
    private readonly Channel<Announcement?> _queue = Channel.CreateBounded<Announcement?>(
        new BoundedChannelOptions(Longest) { SingleReader = true });

    public AnnouncementQueue(Announcements announcements, IReadOnlyList<string> topics, Action? onDropped = null) =>
        (_announcements, _topics, _onDropped) = (announcements, topics, onDropped);

    /// <summary>What comes; null between announcements for each <see cref="Beat"/>.</summary>
    public ChannelReader<Announcement?> Reader => _queue.Reader;

    /// <summary>Done once announcements come.</summary>
    public async Task Follow()
    {
        foreach (var topic in _topics)
        {
            await _announcements.Follow(topic, Hand);
        }
    }

    public void Beat() => _queue.Writer.TryWrite(null);

    public void Dispose()
    {
        foreach (var topic in _topics)
        {
            _announcements.Unfollow(topic, Hand);
        }

        _queue.Writer.TryComplete();
    }

    private void Hand(Announcement announcement)
    {
        if (!_queue.Writer.TryWrite(announcement))
        {
            _onDropped?.Invoke();
        }
    }
}
