using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Ticks of systems by the hour, until the hour is over and stored: soft state, bounded at a few hours.</summary>
internal sealed class HourTallies
{
    public const int MostBusy = 10;
    public const int MostAtRisk = 20;

    // Messages may be 6,000 s late, but few are: the hour is told soon after it is over, and what comes then is not counted.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SortedDictionary<DateTimeOffset, HourTally> _open = [];

    /// <summary>The hours that are not stored yet, oldest first.</summary>
    public ImmutableArray<HourTally> Open => [.. _open.Values];

    public void Add(SystemTick tick, DateTimeOffset now)
    {
        var hour = HourOf(tick.Timestamp);
        if (IsOver(hour, now) || tick.Timestamp > now + GalaxyRules.FutureTolerance)
        {
            return;
        }

        var tally = _open.GetValueOrDefault(hour) ?? new(hour, 0, 0, [], []);
        _open[hour] = tally with
        {
            SystemTicks = tally.SystemTicks + 1,
            StateChanges = tally.StateChanges + (tick.Metrics.StateChange ? 1 : 0),
            Busiest = Busiest(tally.Busiest, tick),
            AtRisk = AtRisk(tally.AtRisk, tick),
        };
    }

    /// <summary>The hours that are over, oldest first; nothing is added to them any more.</summary>
    public ImmutableArray<HourTally> Over(DateTimeOffset now) => [.. _open.Values.Where(tally => IsOver(tally.Hour, now))];

    /// <summary>Drops hours that are stored.</summary>
    public void Forget(ImmutableArray<HourTally> stored)
    {
        foreach (var tally in stored)
        {
            _open.Remove(tally.Hour);
        }
    }

    private static ImmutableArray<BusySystem> Busiest(ImmutableArray<BusySystem> busiest, SystemTick tick)
    {
        var busy = new BusySystem(tick.SystemAddress, tick.System, tick.Timestamp, tick.Metrics.BgsActivityEstimate);
        return
        [
            .. busiest.Add(busy)
                .OrderByDescending(one => one.Activity.ValueAdj)
                .ThenBy(one => one.SystemAddress)
                .DistinctBy(one => one.SystemAddress)
                .Take(MostBusy),
        ];
    }

    private static ImmutableArray<FactionAtRisk> AtRisk(ImmutableArray<FactionAtRisk> atRisk, SystemTick tick)
    {
        var told = tick.Metrics.AtRiskNNFactions.Select(faction => new FactionAtRisk(tick.SystemAddress, tick.System, tick.Timestamp, faction));
        return
        [
            .. atRisk.Concat(told)
                .OrderByDescending(one => one.Timestamp)
                .DistinctBy(one => (one.SystemAddress, one.Faction.Name))
                .OrderBy(one => one.Faction.NewInf)
                .ThenBy(one => one.SystemAddress)
                .Take(MostAtRisk),
        ];
    }

    private static bool IsOver(DateTimeOffset hour, DateTimeOffset now) => now >= hour + Hour + Grace;

    private static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
