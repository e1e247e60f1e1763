namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// One command that is asked a second time beside itself where no answer comes: an answer that was lost with its silo would
/// be waited for until Orleans' time-out. Whichever comes first is taken; never more than two are under way.
/// </summary>
/// <param name="call">The command; it may be repeated.</param>
/// <param name="patience">How long an answer may take before it is asked for again.</param>
/// <param name="time">The clock.</param>
/// <param name="onUnanswered">Told when patience ends.</param>
internal sealed class HedgedCall<T>(Func<ValueTask<T>> call, TimeSpan patience, TimeProvider time, Action onUnanswered)
{
    // Not answered when the try beside it failed; it may be yet.
    private Task<T>? _unanswered;

    /// <summary>The first answer, or the first failure; what is still under way then takes part in the next attempt.</summary>
    public async ValueTask<T> Attempt(CancellationToken cancellationToken)
    {
        if (_unanswered is { IsCompleted: true } late)
        {
            _unanswered = null;
            if (late.IsCompletedSuccessfully)
            {
                return await late;
            }
        }

        var attempt = call().AsTask();
        if (_unanswered is null)
        {
            await ((Task)attempt).WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (attempt.IsCompleted || cancellationToken.IsCancellationRequested)
            {
                return await attempt;
            }

            onUnanswered();
            _unanswered = attempt;
            attempt = call().AsTask();
        }

        var first = await Task.WhenAny(_unanswered, attempt);
        _unanswered = first == attempt ? _unanswered : attempt;
        return await first;
    }
}
