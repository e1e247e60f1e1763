using System.Runtime.InteropServices;

namespace OrleansGameState.Hosting.Shutdown;

/// <summary>
/// Stops the process some time after the signal: whoever sends clients here has seen by then that it is not ready. A second
/// signal stops it at once.
/// </summary>
internal sealed class DrainingLifetime(TimeSpan delay, Drain drain, IHostApplicationLifetime application, TimeProvider time, ILogger<DrainingLifetime> logger)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _lock = new();
    private ITimer? _end;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.AddRange(new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                OnSignal();
            })));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void OnSignal()
    {
        lock (_lock)
        {
            if (!drain.HasBegun && application.ApplicationStarted.IsCancellationRequested)
            {
                drain.Begin();
                Log.Draining(logger, delay.TotalSeconds);
                _end = time.CreateTimer(_ => application.StopApplication(), null, delay, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        application.StopApplication();
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _end?.Dispose();
    }
}
