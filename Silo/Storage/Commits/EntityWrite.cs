using System.Collections.Immutable;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>
/// One entity's write as the database takes it: its row, and its new events. Kind is the stable name of the kind of
/// entity; Expected the commit id that the row must carry, null where there must be no row; State, Pending and Received
/// are UTF-8 JSON; IsCheckpoint says that this state is also kept for the past.
/// </summary>
internal sealed record EntityWrite(
    string System,
    string Key,
    string Kind,
    long Version,
    DateTimeOffset At,
    Guid CommitId,
    Guid? Expected,
    byte[] State,
    byte[]? Pending,
    byte[]? Received,
    ImmutableArray<EventWrite> Events,
    bool IsCheckpoint)
{
    // What a write takes beside its JSON: names, numbers, the objects that hold them.
    private const int Overhead = 200;

    /// <summary>About what it takes in memory.</summary>
    public int Bytes { get; } =
        Overhead + State.Length + (Pending?.Length ?? 0) + (Received?.Length ?? 0) + Events.Sum(stored => stored.Body.Length + Overhead);
}
