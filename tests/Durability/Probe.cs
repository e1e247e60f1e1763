using System.Diagnostics;
using System.Net;

namespace OrleansGameState.Durability;

/// <summary>Asks a silo the same two things all the time: whether it is ready, and for a zone that is active.</summary>
internal sealed class Probe : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _asking;
    private readonly SiloProcess _silo;
    private readonly List<(TimeSpan At, HttpStatusCode Status)> _readiness = [];
    private readonly List<(TimeSpan Took, HttpStatusCode Status)> _reads = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _mostMemory;

    public Probe(SiloProcess silo, Zone zone)
    {
        _silo = silo;
        _asking = Task.WhenAll(AskReadiness(), Read(zone.Path));
    }

    public TimeSpan Now => Stopwatch.GetElapsedTime(_started);

    public long MostMemory => _mostMemory;

    public int Reads => _reads.Count;

    public IEnumerable<HttpStatusCode> FailedReads => _reads.Select(read => read.Status).Where(status => status != HttpStatusCode.OK);

    public TimeSpan SlowestRead => _reads.Max(read => read.Took);

    /// <summary>How long after an instant it was first told to be, or not to be, ready; null where it never was.</summary>
    public TimeSpan? Turned(TimeSpan after, bool ready)
    {
        lock (_readiness)
        {
            return _readiness.Where(told => told.At >= after && told.Status == HttpStatusCode.OK == ready).Select(told => (TimeSpan?)(told.At - after)).FirstOrDefault();
        }
    }

    public async Task Stop()
    {
        await _stopping.CancelAsync();
        await _asking;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stopping.Dispose();
    }

    private Task AskReadiness() => Again(async () =>
    {
        var status = await _silo.Status("/readyz");
        lock (_readiness)
        {
            _readiness.Add((Now, status));
        }

        _mostMemory = Math.Max(_mostMemory, _silo.Memory);
    });

    private Task Read(string path) => Again(async () =>
    {
        var asked = Now;
        var status = await _silo.Status(path);
        _reads.Add((Now - asked, status));
    });

    private async Task Again(Func<Task> ask)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!_stopping.IsCancellationRequested)
        {
            await ask();
            await timer.WaitForNextTickAsync();
        }
    }
}
