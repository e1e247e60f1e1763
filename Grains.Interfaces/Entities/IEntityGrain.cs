namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>What every grain that holds state offers, whatever its system. The primary key is the entity's key.</summary>
[Alias("IEntityGrain")]
public interface IEntityGrain : IGrainWithStringKey
{
    /// <summary>Starts or renews a watch. Events committed after the returned sequence reach the observer.</summary>
    [Alias("Watch")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<WatchLease> Watch(IEntityObserver observer);

    /// <summary>Ends a watch; ending one that is not there does nothing.</summary>
    [Alias("Unwatch")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask Unwatch(IEntityObserver observer);

    /// <summary>Reads history: up to <paramref name="limit"/> events (1 to 1,000) after sequence <paramref name="after"/>.</summary>
    [Alias("ReadEvents")]
    ValueTask<EventPage> ReadEvents(long after, int limit);

    /// <summary>
    /// Reads history by commit time: up to <paramref name="limit"/> events (1 to 1,000) from <paramref name="from"/> on
    /// and before <paramref name="to"/>, after sequence <paramref name="after"/>.
    /// </summary>
    [Alias("ReadEventsBetween")]
    ValueTask<EventPage> ReadEventsBetween(DateTimeOffset from, DateTimeOffset to, long after, int limit);

    /// <summary>Delivers what this entity still owes to others; does nothing where nothing is owed.</summary>
    [Alias("DeliverPending")]
    ValueTask DeliverPending();
}
