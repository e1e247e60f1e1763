namespace OrleansGameState.Hosting;

/// <summary>Where a host is in its life.</summary>
internal static class Lifetime
{
    /// <summary>Completes once all of its services are started.</summary>
    /// <exception cref="OperationCanceledException">It stops instead.</exception>
    public static async Task WhenStarted(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
