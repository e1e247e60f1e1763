using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Shutdown;

/// <summary>
/// Ends a process that was told to stop and does not. A silo without its database would not: it goes on trying to say
/// there that it leaves, and entities to read what they have.
/// </summary>
internal sealed class StopDeadline : IDisposable
{
    /// <summary>What the process is given beyond the time that the host gives its parts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private const int NotStopped = 1;

    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Action<int> _exit;
    private readonly CancellationTokenRegistration _stopping;
    private ITimer? _timer;

    /// <param name="application">Tells when it is told to stop.</param>
    /// <param name="patience">How long the host gives its parts.</param>
    /// <param name="time">Counts.</param>
    /// <param name="exit">Ends the process with a code.</param>
    public StopDeadline(IHostApplicationLifetime application, TimeSpan patience, TimeProvider time, Action<int> exit)
    {
        (_patience, _time, _exit) = (patience + Grace, time, exit);
        _stopping = application.ApplicationStopping.Register(Begin);
    }

    /// <summary>Of a program; to be disposed once it has stopped.</summary>
    public static StopDeadline Of(WebApplication app) => new(
        app.Lifetime,
        app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout,
        app.Services.GetService<TimeProvider>() ?? TimeProvider.System,
        Environment.Exit);

    public void Dispose()
    {
        _stopping.Dispose();
        _timer?.Dispose();
    }

    private void Begin() => _timer = _time.CreateTimer(_ => End(), null, _patience, Timeout.InfiniteTimeSpan);

    private void End()
    {
        Console.Error.WriteLine($"Not stopped {_patience.TotalSeconds:0} s after it was begun: ended as it is. Nothing that was acknowledged is lost.");
        _exit(NotStopped);
    }
}
