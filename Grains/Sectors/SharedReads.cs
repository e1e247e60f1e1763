namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// A read that callers share, one at a time. A call joins only a read that has not begun: what it gets is never older than
/// the call. For one grain's turns, not for threads.
/// </summary>
internal sealed class SharedReads<T>(Func<Task<T>> read)
{
    private Task<T>? _running;
    private Task<T>? _next;

    public Task<T> Read()
    {
        if (_next is null && _running is null or { IsCompleted: true })
        {
            return _running = read();
        }

        return _next ??= ReadAfter(_running!);
    }

    private async Task<T> ReadAfter(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        (_running, _next) = (_next, null);
        return await read();
    }
}
