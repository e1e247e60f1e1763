namespace OrleansGameState.Silo.Storage;

/// <summary>Makes the partitions that events go to.</summary>
internal interface IEventPartitions
{
    /// <summary>Makes the partition of a system's month, and the system's own, where they are missing.</summary>
    Task EnsureAsync(string system, DateTimeOffset at, CancellationToken cancellationToken);
}
