using System.Diagnostics;
using System.Globalization;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Clusters;

/// <summary>Some server processes that are measured as one: the first is asked, the CPU time is that of all.</summary>
internal sealed class Servers(string name, IReadOnlyList<ServerProcess> processes) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

    public string Name => name;

    public Ports Own => processes[0].Own;

    public Task<string> AskAsync(string path) => _http.GetStringAsync(new Uri($"http://127.0.0.1:{Own.Http}{path}"));

    /// <summary>What a server does by itself; it answers with the rate.</summary>
    public async Task<Sample> WorkAsync(string path)
    {
        var (cpu, started) = (Cpu(), Stopwatch.GetTimestamp());
        var perSecond = double.Parse(await AskAsync(path), CultureInfo.InvariantCulture);
        return new(perSecond, (Cpu() - cpu).TotalMicroseconds / (perSecond * Stopwatch.GetElapsedTime(started).TotalSeconds), 0);
    }

    /// <summary>A load from outside.</summary>
    public async Task<Sample> LoadAsync(Func<Task<long>> load)
    {
        using var own = Process.GetCurrentProcess();
        var (cpu, client, started) = (Cpu(), own.TotalProcessorTime, Stopwatch.GetTimestamp());
        var count = await load();
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(count / elapsed.TotalSeconds, (Cpu() - cpu).TotalMicroseconds / count, (own.TotalProcessorTime - client).TotalMicroseconds / count);
    }

    public void Dispose() => _http.Dispose();

    private TimeSpan Cpu() => processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);
}
