namespace OrleansGameState.Bench.Commits;

/// <summary>One way to make entities' commits durable.</summary>
internal interface IWriters
{
    /// <summary>Makes the entities' first commits, so that only updates are measured.</summary>
    Task PrepareAsync();

    /// <summary>Commits one more change of an entity; done when it is durable. One at a time an entity.</summary>
    Task WriteAsync(int entity);
}
