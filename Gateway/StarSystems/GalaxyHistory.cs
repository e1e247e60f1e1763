using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The galaxy's ticks over time.</summary>
internal static class GalaxyHistory
{
    /// <summary>What may be asked for at once.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    // A tick may be called late and revised later; both lie behind its start.
    private static readonly TimeSpan Settled = TimeSpan.FromDays(2);

    /// <summary>Ticks that started at <paramref name="from"/> or later and before <paramref name="to"/>, oldest first, as they are seen now.</summary>
    public static async Task<IReadOnlyList<GalaxyTick>> Ticks(IGalaxyGrain galaxy, DateTimeOffset from, DateTimeOffset to)
    {
        var ticks = new Dictionary<string, GalaxyTick>(StringComparer.Ordinal);
        var end = to < DateTimeOffset.MaxValue - Settled ? to + Settled : to;
        await foreach (var page in galaxy.Pages(from, end, 0))
        {
            foreach (var envelope in page.Events)
            {
                if (Tick(envelope.Event) is { } tick)
                {
                    ticks[tick.Id] = tick;
                }
            }
        }

        foreach (var tick in (await galaxy.GetSnapshot()).State.Ticks)
        {
            ticks[tick.Id] = tick;
        }

        return [.. ticks.Values.Where(tick => tick.StartedAt >= from && tick.StartedAt < to).OrderBy(tick => tick.StartedAt)];
    }

    private static GalaxyTick? Tick(object fact) => fact switch
    {
        GalaxyTickCalled e => e.Tick,
        GalaxyTickRevised e => e.Tick,
        _ => null,
    };
}
