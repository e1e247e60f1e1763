namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// A fact that an entity committed: past tense, immutable, one fact each. The families are closed: every event of a
/// system derives from that system's own abstract record, which names its members for storage and for clients.
/// </summary>
[GenerateSerializer]
[Immutable]
[Alias("EntityEvent")]
public abstract record EntityEvent;
