using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>Receives what watched entities commit. Delivery is best effort; the sequences tell of a loss.</summary>
[Alias("IEntityObserver")]
public interface IEntityObserver : IGrainObserver
{
    /// <summary>Events of one entity that were committed together, in order.</summary>
    [Alias("OnCommitted")]
    void OnCommitted(ImmutableArray<Envelope> events);
}
