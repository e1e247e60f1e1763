namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>An entity as Orleans' storage is given it: all of its record but the events. State, Pending and Received are UTF-8 JSON; Pending and Received are null where there is nothing.</summary>
internal sealed class EntityRow
{
    public string Key { get; init; } = "";

    /// <summary>The stable name of its kind.</summary>
    public string Kind { get; init; } = "";

    public long Version { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid CommitId { get; init; }

    public byte[] State { get; init; } = [];

    public byte[]? Pending { get; init; }

    public byte[]? Received { get; init; }
}
