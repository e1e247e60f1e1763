using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>An entity as it is stored: its state, the events that led there since the write before, and what it owes.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Key">The grain key.</param>
/// <param name="Version">Sequence of the last event in <paramref name="State"/>.</param>
/// <param name="At">Commit time of that event.</param>
/// <param name="CommitId">Of the write.</param>
/// <param name="State">The state.</param>
/// <param name="NewEvents">The events of the write.</param>
/// <param name="Pending">Intents that were not acknowledged yet, oldest first.</param>
/// <param name="Received">The last intent id taken from each sender.</param>
[GenerateSerializer]
[Immutable]
[Alias("EntityRecord`1")]
public sealed record EntityRecord<TState>(
    [property: Id(0)] string System,
    [property: Id(1)] string Key,
    [property: Id(2)] long Version,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] Guid CommitId,
    [property: Id(5)] TState State,
    [property: Id(6)] ImmutableArray<Envelope> NewEvents,
    [property: Id(7)] ImmutableArray<Intent> Pending,
    [property: Id(8)] ImmutableSortedDictionary<string, long> Received) : IEntityRecord
    where TState : class
{
    /// <summary>What stands for a record that does not exist; never written.</summary>
    public EntityRecord()
        : this("", "", 0, DateTimeOffset.UnixEpoch, Guid.Empty, null!, [], [], ImmutableSortedDictionary<string, long>.Empty)
    {
    }

    object IEntityRecord.State => State;
}
