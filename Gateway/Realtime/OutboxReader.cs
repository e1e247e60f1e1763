using System.Runtime.CompilerServices;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>
/// Turns what is queued for a client into what it is sent: a snapshot at n, then n + 1, n + 2, ... A subscription is on
/// its watch before its state is read, so that nothing falls between; what is read twice is told apart by its sequence.
/// </summary>
internal static class OutboxReader
{
    /// <summary>A client that missed more than this gets a snapshot.</summary>
    public const int MostMissed = 1000;

    public static async IAsyncEnumerable<Delivery> Deliveries(this Outbox outbox, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var delivery in outbox.Brought(cancellationToken))
        {
            if (delivery.Source?.Follower is not { } follower)
            {
                yield return delivery;
                continue;
            }

            foreach (var passed in await Pass(follower, delivery))
            {
                yield return new Delivery.Followed(follower, passed);
            }
        }
    }

    private static async Task<IReadOnlyList<Delivery>> Pass(Follower follower, Delivery delivery)
    {
        try
        {
            return await follower.Pass(delivery);
        }
        catch (Exception exception)
        {
            return [new Delivery.Failed(delivery.Source!, exception)];
        }
    }

    private static async IAsyncEnumerable<Delivery> Brought(this Outbox outbox, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await outbox.Next(cancellationToken) is { } entry)
        {
            if (entry.Subscription is not { } subscription)
            {
                yield return new Delivery.Raw(entry.Raw);
                continue;
            }

            if (entry.IsEnded || entry.Delta?.Sequence <= subscription.Position)
            {
                continue;
            }

            if (entry.Delta is { } delta && delta.Sequence == subscription.Position + 1)
            {
                subscription.Position = delta.Sequence;
                yield return new Delivery.Event(subscription, delta);
                continue;
            }

            var isBeginning = entry.Delta is null;
            foreach (var delivery in await CatchUp(subscription, isBeginning ? entry.After : subscription.Position, isBeginning))
            {
                yield return delivery;
            }
        }
    }

    private static async Task<IReadOnlyList<Delivery>> CatchUp(Subscription subscription, long? after, bool announce)
    {
        try
        {
            await subscription.Watch.Ready;
            var view = await subscription.Entity.Kind.View(subscription.Entity.Key);
            return (after is { } position ? await FromLog(subscription, position, view.Sequence, announce) : null) ?? [Fresh(subscription, view)];
        }
        catch (Exception exception)
        {
            return [new Delivery.Failed(subscription, exception)];
        }
    }

    private static Delivery Fresh(Subscription subscription, EntityView view)
    {
        subscription.Position = view.Sequence;
        return view.Sequence == 0 && !subscription.Entity.Kind.IsAlwaysThere ? new Delivery.Unknown(subscription) : new Delivery.Snapshot(subscription, view);
    }

    // Null where only a snapshot helps. The log is not asked where that is known beforehand.
    private static async Task<IReadOnlyList<Delivery>?> FromLog(Subscription subscription, long after, long latest, bool announce)
    {
        var entity = subscription.Entity;
        if (latest == 0 || after > latest || latest - after > MostMissed)
        {
            return null;
        }

        if (await ReadLog(entity, after) is not { } page || page.IsTruncated(after))
        {
            return null;
        }

        subscription.Position = page.Events.IsEmpty ? after : page.Events[^1].Sequence;
        IEnumerable<Delivery> resumed = announce ? [new Delivery.Resumed(subscription, after)] : [];
        return [.. resumed, .. page.Events.Select(envelope => new Delivery.Event(subscription, new Delta(entity, envelope)))];
    }

    // Null while the store is away: what is in memory can still be shown as a whole.
    private static async Task<EventPage?> ReadLog(Entity entity, long after)
    {
        try
        {
            return await entity.Kind.Locate(entity.Key).ReadEvents(after, MostMissed);
        }
        catch (Exception exception) when (Outage.IsStoreAway(exception))
        {
            return null;
        }
    }
}
