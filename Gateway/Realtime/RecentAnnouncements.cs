using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Which announcements were told of late, so that one that comes again is told once.</summary>
internal sealed class RecentAnnouncements
{
    private const int Kept = 8192;

    private readonly HashSet<(string System, string Key, long Sequence, DateTimeOffset At)> _told = [];
    private readonly Queue<(string System, string Key, long Sequence, DateTimeOffset At)> _order = new();

    /// <summary>False where it was told already. A store in memory that begins anew repeats sequences, at other times.</summary>
    public bool Add(Envelope envelope)
    {
        var told = (envelope.System, envelope.Key, envelope.Sequence, envelope.At);
        if (!_told.Add(told))
        {
            return false;
        }

        _order.Enqueue(told);
        if (_order.Count > Kept)
        {
            _told.Remove(_order.Dequeue());
        }

        return true;
    }
}
