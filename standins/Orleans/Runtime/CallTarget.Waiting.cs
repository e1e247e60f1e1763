namespace Orleans.Standin;

/// <summary>The calls that wait for their turn, and who may go next.</summary>
internal abstract partial class CallTarget
{
    /// <summary>Breaks the promises that are due. Returns whether there is anything left to look after.</summary>
    internal void BreakOverduePromises(long now)
    {
        for (var call = _waitingFirst; call is not null; call = (Call?)call.Next)
        {
            BreakIfOverdue(call, now);
        }

        foreach (var call in Running())
        {
            BreakIfOverdue(call, now);
        }

        RemoveFinishedFromWaiting();
        if (_waitingFirst is null && _running is null)
        {
            _tracked = false;
            Silo.TimeOuts.Forget(this);
        }
    }

    /// <summary>Before a call that cannot run yet is put into the queue.</summary>
    protected virtual void OnWaiting()
    {
    }

    /// <summary>Begins the waiting calls that may run now; all of them are looked at when the target has just become ready.</summary>
    protected void PumpWaiting(bool all = false)
    {
        if (_pumping || _waitingFirst is null)
        {
            return;
        }

        _pumping = true;
        Call? previous = null;
        var call = _waitingFirst;
        while (call is not null && IsReady)
        {
            var next = (Call?)call.Next;
            if (call.IsDone || Admits(call))
            {
                Unlink(previous, call);
                if (!call.IsDone)
                {
                    Begin(call);
                }
            }
            else if (all || _blocking!.Is(CallOptions.ReadOnly) || _reentrantSections is { Count: > 0 })
            {
                previous = call;
            }
            else
            {
                break;
            }

            call = next;
        }

        _pumping = false;
    }

    /// <summary>Takes all waiting calls out of the queue.</summary>
    protected List<Call> TakeWaiting()
    {
        var taken = new List<Call>();
        for (var call = _waitingFirst; call is not null;)
        {
            var next = (Call?)call.Next;
            call.Next = null;
            taken.Add(call);
            call = next;
        }

        _waitingFirst = _waitingLast = null;
        return taken;
    }

    private bool Admits(Call call) =>
        _blocking is null
        || IsReentrant
        || call.Is(CallOptions.AlwaysInterleave)
        || (call.Is(CallOptions.ReadOnly) && _blocking.Is(CallOptions.ReadOnly))
        || (call.Flow is { } flow && _reentrantSections?.Contains(flow.ReentrancyId) == true);

    private void Wait(Call call)
    {
        TrackBusy();
        if (_waitingLast is null)
        {
            _waitingFirst = _waitingLast = call;
        }
        else
        {
            _waitingLast.Next = call;
            _waitingLast = call;
        }

        OnWaiting();
    }

    private void Unlink(Call? previous, Call call)
    {
        if (previous is null)
        {
            _waitingFirst = (Call?)call.Next;
        }
        else
        {
            previous.Next = call.Next;
        }

        if (ReferenceEquals(_waitingLast, call))
        {
            _waitingLast = previous;
        }

        call.Next = null;
    }

    private void RemoveFinishedFromWaiting()
    {
        Call? previous = null;
        for (var call = _waitingFirst; call is not null;)
        {
            var next = (Call?)call.Next;
            if (call.IsDone)
            {
                Unlink(previous, call);
            }
            else
            {
                previous = call;
            }

            call = next;
        }
    }

    private static void BreakIfOverdue(Call call, long now)
    {
        if (call.Deadline <= now)
        {
            call.TimeOut();
        }
    }

    private IEnumerable<Call> Running()
    {
        if (_running is not null)
        {
            yield return _running;
        }

        if (_alsoRunning is not null)
        {
            foreach (var call in _alsoRunning)
            {
                yield return call;
            }
        }
    }
}
