using System.Collections.Concurrent;

namespace Orleans.Standin;

/// <summary>
/// Breaks the promises of calls that take too long. A call that ends within its worker's first look at it costs nothing
/// here: only targets with something waiting or running are looked at, each on its own worker.
/// </summary>
internal sealed class TimeOuts : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<CallTarget, byte> _busy = new(ReferenceEqualityComparer.Instance);
    private readonly Timer _timer;
    private TimeSpan _period = Longest;

    internal TimeOuts() => _timer = new Timer(static state => ((TimeOuts)state!).Sweep(), this, _period, _period);

    internal void Track(CallTarget target) => _busy[target] = 0;

    internal void Forget(CallTarget target) => _busy.TryRemove(target, out _);

    /// <summary>Looks as often as the shortest time-out in use asks for.</summary>
    internal void Heed(TimeSpan timeout)
    {
        var wanted = timeout / 4;
        wanted = wanted < Shortest ? Shortest : wanted;
        if (wanted < _period)
        {
            _period = wanted;
            _timer.Change(wanted, wanted);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        var now = Environment.TickCount64;
        foreach (var (target, _) in _busy)
        {
            target.Post(new ActionItem(t => t.BreakOverduePromises(now)));
        }
    }
}
