using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Hosting.Board;

/// <summary>Tells the cluster's board of this process, every two seconds for as long as it runs.</summary>
internal sealed class BoardReporter(IGrainFactory grains, IEnumerable<IBoardPart> parts, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly ProcessMeasures _measures = new(time);
    private string? _told;

    private IClusterBoardGrain Board => grains.GetGrain<IClusterBoardGrain>(IClusterBoardGrain.Key);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_told is { } process)
        {
            await TryAsync(() => Board.Leave(process), CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await TryAsync(Report, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // It ends with the process.
        }
    }

    private ValueTask Report()
    {
        var report = parts.Aggregate(_measures.Report(), (sum, part) => part.AddTo(sum));
        _told = report.Process;
        return Board.Report(report);
    }

    // Whatever keeps a report from the board shows there, as silence, and the next one is due in a moment: a client that has
    // not found its silo yet knows no grain.
    private async Task TryAsync(Func<ValueTask> tell, CancellationToken cancellationToken)
    {
        try
        {
            await tell().AsTask().WaitAsync(Period, time, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
        }
    }
}
