namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>A row of any of the tables that tell of an entity, as they come in the order of key and sequence.</summary>
/// <param name="Part">Which table.</param>
/// <param name="Key">The entity's key.</param>
/// <param name="Sequence">The event's, or that of the last event in the state.</param>
/// <param name="At">Commit time of that event.</param>
/// <param name="Commit">Number of the event's commit; else 0.</param>
/// <param name="Type">Stable name of the event, or of the kind of entity.</param>
/// <param name="Json">The event's body, or the state.</param>
/// <param name="CommitId">Of the entity's row; else null.</param>
/// <param name="DroppedUntil">Until when the system's events were dropped; null where none were, and for all but the entity's row.</param>
internal sealed record StoredRow(
    StoredPart Part,
    string Key,
    long Sequence,
    DateTimeOffset At,
    long Commit,
    string Type,
    byte[] Json,
    Guid? CommitId,
    DateTimeOffset? DroppedUntil);
