using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What sectors' histories tell of a player's coming and going.</summary>
internal sealed class SectorArrivals(IGrainFactory grains, SectorKind sectors)
{
    // An arrival that is looked for was a moment ago.
    private const int MostSince = 1000;

    public Entity Sector(string universe, string sector)
    {
        var key = SectorKeys.Sector(universe, sector);
        return new(sectors, key, SectorTopics.Of(key));
    }

    /// <summary>
    /// The sector before a player joined it, and its events from then on, where the snapshot has them already; the snapshot
    /// where it has not, or where that is no longer told.
    /// </summary>
    public async Task<IReadOnlyList<Delivery>> Before(Delivery.Snapshot shown, string player, long told)
    {
        var grain = grains.GetGrain<ISectorGrain>(shown.Subscription.Entity.Key);
        var page = Heard(shown, player) >= told ? await grain.ReadEvents(Math.Max(0, shown.View.Sequence - MostSince), MostSince) : null;
        if (page?.Events.FirstOrDefault(envelope => IsArrival(envelope.Event, player, told)) is not { } joined
            || await StateBefore(grain, joined) is not { } before)
        {
            return [shown];
        }

        var since = page.Events.Where(envelope => envelope.Sequence >= joined.Sequence && envelope.Sequence <= shown.View.Sequence);
        return [shown with { View = sectors.ViewOf(before) }, .. since.Select(envelope => Event(shown.Subscription, envelope))];
    }

    /// <summary>A sector's events after what was shown of it up to a player's leaving; none where they never left it by its own word.</summary>
    public async Task<IReadOnlyList<Delivery>> UntilLeft(Subscription sector, string player, long told)
    {
        var page = await grains.GetGrain<ISectorGrain>(sector.Entity.Key).ReadEvents(sector.Position, MostSince);
        var last = page.Events.FirstOrDefault(envelope => IsDeparture(envelope.Event, player, told))?.Sequence;
        return [.. page.Events.Where(envelope => envelope.Sequence <= last).Select(envelope => Event(sector, envelope))];
    }

    /// <summary>Sequence of the last thing that the player's record told the sector, as shown; 0 where nothing.</summary>
    public static long Heard(Delivery.Snapshot shown, string player) => ((Snapshot<SectorState>)shown.View.Source).State.Heard.GetValueOrDefault(player);

    public static bool IsArrival(EntityEvent fact, string player, long told) => fact is PlayerJoined joined && joined.Entry.PlayerId == player && joined.Told >= told;

    public static bool IsDeparture(EntityEvent fact, string player, long told) => fact is PlayerLeft left && left.Entry.PlayerId == player && left.Told >= told;

    // Events of one commit share its time: what stands before it may be some events short.
    private static async Task<Snapshot<SectorState>?> StateBefore(ISectorGrain grain, Envelope joined)
    {
        if ((await grain.GetSnapshotAt(joined.At.AddTicks(-1))).Snapshot is not { } past)
        {
            return null;
        }

        var missing = (int)(joined.Sequence - 1 - past.Sequence);
        if (missing == 0)
        {
            return past;
        }

        var page = missing <= MostSince ? await grain.ReadEvents(past.Sequence, missing) : null;
        return page?.Events.Length == missing
            ? new(past.Key, joined.Sequence - 1, page.Events[^1].At, page.Events.Aggregate(past.State, (state, envelope) => state.Apply((SectorEvent)envelope.Event)))
            : null;
    }

    private static Delivery.Event Event(Subscription subscription, Envelope envelope) => new(subscription, new Delta(subscription.Entity, envelope));
}
