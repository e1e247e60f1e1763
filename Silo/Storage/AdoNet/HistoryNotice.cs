namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>Says loudly, at start, that history does not outlive the process.</summary>
internal sealed class HistoryNotice(ILogger<HistoryNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.HistoryInMemory(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
