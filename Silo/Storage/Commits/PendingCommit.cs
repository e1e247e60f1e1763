using System.Diagnostics;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>A write on its way, and its outcome.</summary>
internal sealed class PendingCommit(EntityWrite write)
{
    private readonly TaskCompletionSource<CommitOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = (int)Stage.Waiting;
    private volatile bool _givenUp;

    private enum Stage
    {
        /// <summary>Not handed to the server, or known not to have been done.</summary>
        Waiting,

        /// <summary>Handed to the server; the outcome is not known yet.</summary>
        Sent,

        /// <summary>Its caller gave it up while it waited; it is never sent.</summary>
        Abandoned,
    }

    public EntityWrite Write => write;

    /// <summary>The span of whoever waits for it; null where that is not traced.</summary>
    public Activity? Cause { get; } = StoreTraces.Cause();

    /// <summary>When it began to wait, as a time provider's timestamp.</summary>
    public long At { get; init; }

    /// <summary>Faults where the server refused this write, or is not there.</summary>
    public Task<CommitOutcome> Outcome => _outcome.Task;

    /// <summary>True where an attempt was lost sight of, so that the row may carry this write although it was not acknowledged.</summary>
    public bool MayBeDone { get; private set; }

    /// <summary>Before each attempt; false where nobody waits for it any more.</summary>
    public bool TrySend() =>
        !_givenUp && Interlocked.CompareExchange(ref _state, (int)Stage.Sent, (int)Stage.Waiting) != (int)Stage.Abandoned;

    /// <summary>After an attempt that is known to have changed nothing.</summary>
    public void NotDone()
    {
        if (!MayBeDone)
        {
            Interlocked.CompareExchange(ref _state, (int)Stage.Waiting, (int)Stage.Sent);
        }
    }

    /// <summary>After an attempt whose outcome was lost. It stays sent: only the row can tell.</summary>
    public void LostSight() => MayBeDone = true;

    /// <summary>Gives up waiting; true where it is certain that it is not done and never will be.</summary>
    public bool Abandon()
    {
        _givenUp = true;
        return Interlocked.CompareExchange(ref _state, (int)Stage.Abandoned, (int)Stage.Waiting) == (int)Stage.Waiting;
    }

    public void Complete(CommitOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
