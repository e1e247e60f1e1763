using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>What storage sees of an entity's record, whatever its system. One immutable value a write.</summary>
public interface IEntityRecord
{
    string System { get; }

    string Key { get; }

    /// <summary>The sequence of the last event in <see cref="State"/>; guards the write.</summary>
    long Version { get; }

    /// <summary>Commit time of that event.</summary>
    DateTimeOffset At { get; }

    /// <summary>Tells this write from any other, also where its outcome was lost.</summary>
    Guid CommitId { get; }

    /// <summary>The events of this write; the last one's sequence is <see cref="Version"/>.</summary>
    ImmutableArray<Envelope> NewEvents { get; }

    /// <summary>What other entities have not acknowledged yet.</summary>
    ImmutableArray<Intent> Pending { get; }

    /// <summary>The last intent id taken from each sender.</summary>
    ImmutableSortedDictionary<string, long> Received { get; }

    /// <summary>The state as an object, for serialisation.</summary>
    object State { get; }
}
