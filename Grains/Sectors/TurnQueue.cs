namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// One at a time, in the order in which they came; for a reentrant grain, whose calls share one thread. Whoever waited ends
/// the turn.
/// </summary>
internal sealed class TurnQueue
{
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _isTaken;

    /// <summary>Completes once it is the caller's turn.</summary>
    public ValueTask Wait()
    {
        if (!_isTaken)
        {
            _isTaken = true;
            return default;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(turn);
        return new(turn.Task);
    }

    public void End()
    {
        if (_waiting.TryDequeue(out var next))
        {
            next.SetResult();
        }
        else
        {
            _isTaken = false;
        }
    }
}
