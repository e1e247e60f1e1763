namespace OrleansGameState.EndToEnd;

/// <summary>The log of a server, to wait on.</summary>
internal sealed class ServerLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly ChildProcess _process;
    private TaskCompletionSource _grown = NewSignal();
    private bool _ended;

    public ServerLog(ChildProcess process)
    {
        _process = process;
        _ = Collect();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The first line that matches, written before or after this call.</summary>
    public Task<string> Until(Func<string, bool> matches) => Find(matches).Within(() => _process.Said);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<string> Find(Func<string, bool> matches)
    {
        var seen = 0;
        while (true)
        {
            Task grown;
            lock (_lock)
            {
                for (; seen < _lines.Count; seen++)
                {
                    if (matches(_lines[seen]))
                    {
                        return _lines[seen];
                    }
                }

                if (_ended)
                {
                    throw new InvalidOperationException($"The server ended without saying it:\n{_process.Said}");
                }

                grown = _grown.Task;
            }

            await grown;
        }
    }

    private async Task Collect()
    {
        await foreach (var line in _process.Lines.ReadAllAsync())
        {
            Grow(() => _lines.Add(line));
        }

        Grow(() => _ended = true);
    }

    private void Grow(Action change)
    {
        TaskCompletionSource grown;
        lock (_lock)
        {
            change();
            (grown, _grown) = (_grown, NewSignal());
        }

        grown.SetResult();
    }
}
