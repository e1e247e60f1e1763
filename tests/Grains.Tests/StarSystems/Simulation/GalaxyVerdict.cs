using System.Globalization;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>What the galaxy called, held against what ticked. Times are in minutes.</summary>
internal sealed class GalaxyVerdict
{
    // How long after a tick's start it may still be called; what is called later is none of it.
    private const double Day = 12 * GalaxySimulator.Hour;

    private readonly Dictionary<TickDay, double> _called = [];

    public GalaxyVerdict(GalaxyRun run)
    {
        Ticks = run.Galaxy.Ticks.Count(tick => tick.FirstShown is not null);
        foreach (var (at, @event) in run.Events)
        {
            Judge(run, at, @event);
        }

        Missed = [.. run.Galaxy.Ticks.Where(tick => tick.FirstShown is { } shown && shown + Day < run.End && !_called.ContainsKey(tick)).Select(tick => tick.Start)];
        Detections = [.. _called.Select(pair => Heard(run, pair.Key.FirstShown!.Value, pair.Value) / 60).Order()];
    }

    /// <summary>Ticks that any message showed.</summary>
    public int Ticks { get; }

    /// <summary>Called where nothing ticked, or a second time.</summary>
    public List<string> False { get; } = [];

    /// <summary>Called, and taken back.</summary>
    public int Withdrawn { get; private set; }

    public int Confirmed { get; private set; }

    public int Overdue { get; private set; }

    public double[] Missed { get; }

    /// <summary>From the first message that shows a change of the tick to its call, without the time in which nothing could come; shortest first.</summary>
    public double[] Detections { get; }

    /// <summary>How much later than that message the tick is said to have started; negative where earlier.</summary>
    public List<double> StartErrors { get; } = [];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Ticks} ticks, {Detections.Length} called, {False.Count} false, {Missed.Length} missed, {Withdrawn} withdrawn, {Overdue} overdue; detected after min {Quantile(0):F1}, median {Quantile(0.5):F1}, p95 {Quantile(0.95):F1}, max {Quantile(1):F1} minutes; start {StartErrors.DefaultIfEmpty().Min():F1} to {StartErrors.DefaultIfEmpty().Max():F1} minutes off");

    private double Quantile(double share) => Detections.Length == 0 ? double.NaN : Detections[(int)Math.Min(Detections.Length - 1, share * Detections.Length)];

    private static double Heard(GalaxyRun run, double from, double to) => to - from - run.Galaxy.Silence(from, to);

    private void Judge(GalaxyRun run, double at, GalaxyEvent @event)
    {
        switch (@event)
        {
            case GalaxyTickCalled called:
                Judge(run, at, called.Tick);
                break;
            case GalaxyTickRevised revised:
                Withdrawn += revised.Tick.Standing == GalaxyTickStanding.Withdrawn ? 1 : 0;
                Confirmed += revised.Tick.Standing == GalaxyTickStanding.Confirmed ? 1 : 0;
                break;
            case GalaxyTickOverdue:
                Overdue++;
                break;
        }
    }

    private void Judge(GalaxyRun run, double at, GalaxyTick called)
    {
        var tick = run.Galaxy.Ticks.LastOrDefault(tick => tick.Start <= at);
        if (tick?.FirstShown is not { } shown || shown > at || at > shown + Day || !_called.TryAdd(tick, at))
        {
            False.Add(called.Id);
            return;
        }

        StartErrors.Add(((called.StartedAt - GalaxySimulator.Epoch).TotalSeconds - shown) / 60);
    }
}
