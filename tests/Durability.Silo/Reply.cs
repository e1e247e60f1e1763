namespace OrleansGameState.Durability.Silo;

/// <summary>A line from the command port: what came of one command.</summary>
/// <param name="Id">The command's.</param>
/// <param name="Sequence">The zone's sequence; what it tells of is durable.</param>
/// <param name="Changes">How many events the command caused.</param>
/// <param name="Rejection">The code where it was refused.</param>
/// <param name="Failure">Null where it was answered. <c>not-committed</c>: the store says that nothing was done; <c>unknown</c>: it may have been.</param>
/// <param name="Detail">The failure's message.</param>
internal sealed record Reply(long Id, long Sequence, int Changes, string? Rejection, string? Failure, string? Detail)
{
    public const string NotCommitted = "not-committed";
    public const string Unknown = "unknown";
}
