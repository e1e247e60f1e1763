namespace OrleansGameState.Silo.Storage;

/// <summary>Says loudly, at start, that nothing outlives the process.</summary>
internal sealed class MemoryNotice(ILogger<MemoryNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.InMemory(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
