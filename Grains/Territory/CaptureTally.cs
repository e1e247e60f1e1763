using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>Captures of the last hour, by the minute: soft state, bounded at 61 buckets a faction.</summary>
internal sealed class CaptureTally
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly SortedDictionary<DateTimeOffset, ImmutableSortedDictionary<Faction, int>> _minutes = [];

    public void Add(Faction faction, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        if (occurredAt <= now - Window || occurredAt > now + ZoneRules.FutureTolerance)
        {
            return;
        }

        var minute = new DateTimeOffset(occurredAt.UtcTicks - (occurredAt.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var counts = _minutes.GetValueOrDefault(minute, ImmutableSortedDictionary<Faction, int>.Empty);
        _minutes[minute] = counts.SetItem(faction, counts.GetValueOrDefault(faction) + 1);
        Drop(now);
    }

    /// <summary>Captures by faction; VS, NC and TR are always there.</summary>
    public ImmutableSortedDictionary<Faction, int> LastHour(DateTimeOffset now)
    {
        Drop(now);
        var totals = ImmutableSortedDictionary.CreateBuilder<Faction, int>();
        (totals[Faction.VanuSovereignty], totals[Faction.NewConglomerate], totals[Faction.TerranRepublic]) = (0, 0, 0);
        foreach (var (faction, count) in _minutes.Values.SelectMany(counts => counts))
        {
            totals[faction] = totals.GetValueOrDefault(faction) + count;
        }

        return totals.ToImmutable();
    }

    private void Drop(DateTimeOffset now)
    {
        while (_minutes.Count > 0 && _minutes.Keys.First() is var oldest && oldest <= now - Window)
        {
            _minutes.Remove(oldest);
        }
    }
}
