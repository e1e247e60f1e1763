using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Grains.Cluster;

/// <summary>Sums the clocks up for the board, and for those who collect metrics. The board asks every two seconds.</summary>
internal sealed class CallSummary
{
    private const int MostMethods = 20;
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(10);

    private readonly Dictionary<CallClock, CallWindow> _windows = [];
    private readonly CallTimes _times;
    private readonly TimeProvider _time;
    private long _turnedAt;
    private long _askedAt;
    private long _calls;

    public CallSummary(CallTimes times, IMeterFactory meters, TimeProvider time)
    {
        (_times, _time) = (times, time);
        _turnedAt = _askedAt = time.GetTimestamp();
        var meter = meters.Create(Entities.EntityMetrics.MeterName);
        meter.CreateObservableCounter("gamestate.calls", () => Measure(clock => clock.Copy().Sum()), "{call}", "Grain calls that ended, by grain and method.");
        meter.CreateObservableCounter("gamestate.calls.failures", () => Measure(clock => clock.Failures), "{call}", "Grain calls that ended with an exception.");
        meter.CreateObservableCounter("gamestate.calls.seconds", () => Measure(clock => TimeSpan.FromTicks(clock.Ticks).TotalSeconds), null, "Time between the calls' start in the grain and their end.");
    }

    /// <summary>Calls a second since this was last asked, and the slowest methods of the last minute.</summary>
    public (double PerSecond, ImmutableArray<MethodReport> Slowest) Ask()
    {
        foreach (var clock in _times.Clocks)
        {
            _windows.TryAdd(clock, new(clock));
        }

        ImmutableArray<MethodReport> slowest =
            [.. _windows.Values.Select(window => window.Report()).OfType<MethodReport>().OrderByDescending(method => method.P99).ThenBy(method => method.Method, StringComparer.Ordinal).Take(MostMethods)];
        var (calls, elapsed) = (_windows.Values.Sum(window => window.Calls), _time.GetElapsedTime(_askedAt));
        var perSecond = elapsed > TimeSpan.Zero ? (calls - _calls) / elapsed.TotalSeconds : 0;
        (_calls, _askedAt) = (calls, _time.GetTimestamp());
        TurnWhereDue();
        return (perSecond, slowest);
    }

    private void TurnWhereDue()
    {
        if (_time.GetElapsedTime(_turnedAt) < Part)
        {
            return;
        }

        _turnedAt = _time.GetTimestamp();
        _times.Turn();
        foreach (var window in _windows.Values)
        {
            window.Turn();
        }
    }

    private IEnumerable<Measurement<T>> Measure<T>(Func<CallClock, T> read)
        where T : struct => _times.Clocks.Select(clock => new Measurement<T>(read(clock), new("grain", clock.Grain), new("method", clock.Method)));
}
