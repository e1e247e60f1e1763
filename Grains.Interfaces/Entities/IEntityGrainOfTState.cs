namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>An entity whose state can be read. Reads see committed state only.</summary>
[Alias("IEntityGrain`1")]
public interface IEntityGrain<TState> : IEntityGrain
    where TState : class
{
    /// <summary>
    /// The committed state. Within one process the same sequence gives the same instance, so that what was made of it
    /// may be cached by it.
    /// </summary>
    [Alias("GetSnapshot")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<Snapshot<TState>> GetSnapshot();

    /// <summary>The state after the last event that was committed at <paramref name="at"/> or before.</summary>
    [Alias("GetSnapshotAt")]
    ValueTask<PastSnapshot<TState>> GetSnapshotAt(DateTimeOffset at);
}
