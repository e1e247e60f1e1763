using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// Who has entered a sector by their own record, of whom the list does not know yet. In memory: a sector that is activated
/// anew knows of them once their records tell.
/// </summary>
internal sealed class Arrivals
{
    // What a record owes is told in a moment, or after a crash once it is looked for; one that never comes is not waited for.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Arrival> _expected = new(StringComparer.Ordinal);

    /// <summary>A player's record says that they have arrived.</summary>
    public void Expect(SectorState sector, PlayerEntry entry, long told, DateTimeOffset now)
    {
        if (told > SectorRules.HeardOf(sector, entry.PlayerId) && !(_expected.TryGetValue(entry.PlayerId, out var known) && known.Told >= told))
        {
            _expected[entry.PlayerId] = new(entry, told, now);
        }
    }

    /// <summary>A player's record told the sector.</summary>
    public void Hear(string player, long told)
    {
        if (_expected.TryGetValue(player, out var known) && known.Told <= told)
        {
            _expected.Remove(player);
        }
    }

    /// <summary>All who are here but one: those in the list, and those who are expected.</summary>
    public ImmutableArray<PlayerEntry> Others(SectorState sector, string player, DateTimeOffset now)
    {
        var others = ImmutableArray.CreateBuilder<PlayerEntry>(sector.Players.Count + _expected.Count);
        foreach (var (id, entry) in sector.Players)
        {
            if (id != player)
            {
                others.Add(_expected.TryGetValue(id, out var again) ? again.Entry : entry);
            }
        }

        foreach (var (id, arrival) in _expected)
        {
            if (arrival.At + Longest < now)
            {
                _expected.Remove(id);
            }
            else if (id != player && !sector.Players.ContainsKey(id))
            {
                others.Add(arrival.Entry);
            }
        }

        return others.DrainToImmutable();
    }

    private readonly record struct Arrival(PlayerEntry Entry, long Told, DateTimeOffset At);
}
