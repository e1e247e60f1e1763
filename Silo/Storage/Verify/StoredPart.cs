namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>What a row is; of one sequence they are looked at in this order.</summary>
internal enum StoredPart
{
    Event,
    Checkpoint,
    Entity,
}
