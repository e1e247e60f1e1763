using System.Net.Sockets;
using Npgsql;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>What a failed transaction tells of its writes.</summary>
internal enum CommitFailure
{
    /// <summary>Nothing was written; the same may succeed later.</summary>
    Again,

    /// <summary>The connection, or the server, went away: what was written is to be read from the rows.</summary>
    Unknown,

    /// <summary>An event has no partition to go to.</summary>
    NoPartition,

    /// <summary>Nothing was written, and at least one of the writes can never be.</summary>
    Refused,

    /// <summary>Not a failure of the store.</summary>
    Bug,
}

/// <summary>Tells failures apart.</summary>
internal static class CommitFailures
{
    public static CommitFailure Classify(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: null } => CommitFailure.NoPartition,
        // Told at the end of the connection, or of the server, which may come after the commit.
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => CommitFailure.Unknown,
        PostgresException refused => Classify(refused.SqlState),
        NpgsqlException or SocketException or IOException or TimeoutException => CommitFailure.Unknown,
        _ => CommitFailure.Bug,
    };

    // By the class of the state where every one of it is alike.
    private static CommitFailure Classify(string sqlState) => sqlState switch
    {
        // The server ends or crashed: it may have done so after its commit.
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.QueryCanceled => CommitFailure.Unknown,
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable => CommitFailure.Again,
        _ => sqlState[..2] switch
        {
            "08" => CommitFailure.Unknown,
            "40" or "53" or "58" => CommitFailure.Again,
            _ => CommitFailure.Refused,
        },
    };
}
