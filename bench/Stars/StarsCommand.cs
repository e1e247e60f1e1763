using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Stars;

/// <summary>EDDN's messages a second through inflate, parse, grain and commit, on PostgreSQL, beside inflating and parsing them alone.</summary>
internal static class StarsCommand
{
    private const string Bare = "inflate and JsonDocument, 1 thread";
    private const string Unchanged = "unchanged systems";
    private const string Influence = "influence moved, committed";
    private const string Changed = "2 of 5 changed states too, committed";
    private const int Connections = 32;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("stars", options);
        var count = options.Count ?? 20_000;
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Connections));
        using var feed = new StarFeed(app.Services.GetRequiredService<IGrainFactory>());
        var turns = new Turns(count);
        var first = await MeasureAsync(database, () => feed.TakeAsync(turns.Next()));
        var rounds = await new Rounds()
            .Add(Bare, () => MeasureAsync(database, Inflate(turns.Same())))
            .Add(Unchanged, () => MeasureAsync(database, Take(feed, turns.Same())))
            .Add(Influence, () => MeasureAsync(database, Take(feed, turns.Next(2))))
            .Add(Changed, () => MeasureAsync(database, Take(feed, turns.Next())))
            .RunAsync(options.Rounds);

        Report.Line("");
        Report.Line($"{count} systems, one frame each a round ({turns.FrameBytes} bytes deflated, {turns.JsonBytes} of JSON); load and silo in one process");
        Report.Line($"{"first seen, with their indices",-34} {first.PerSecond:N0}/s");
        rounds.PrintRate(Bare);
        foreach (var side in new[] { Unchanged, Influence, Changed })
        {
            rounds.PrintRate(side);
            rounds.PrintAgainst(side, Bare);
        }

        Report.Line("targets: unchanged systems 30 thousand/s, committed ones 5 thousand/s");
        await app.StopAsync();
        return 0;
    }

    // Frames are made before the clock runs.
    private static Func<Task<long>> Take(StarFeed feed, byte[][] frames) => () => feed.TakeAsync(frames);

    private static Func<Task<long>> Inflate(byte[][] frames) => () => Task.FromResult(frames.LongCount(IsJson));

    private static bool IsJson(byte[] frame)
    {
        using var zlib = new ZLibStream(new MemoryStream(frame), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(zlib);
        return document.RootElement.TryGetProperty("message", out _);
    }

    private static async Task<Sample> MeasureAsync(BenchDatabase database, Func<Task<long>> load)
    {
        using var own = Process.GetCurrentProcess();
        var (server, client, started) = (await database.Cpu.MicrosAsync(), own.TotalProcessorTime, Stopwatch.GetTimestamp());
        var count = await load();
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(
            count / elapsed.TotalSeconds,
            (await database.Cpu.MicrosAsync() - server) / count,
            (own.TotalProcessorTime - client).TotalMicroseconds / count);
    }

    /// <summary>The systems' journals: a turn in which influence moved, or the same again a moment later.</summary>
    private sealed class Turns(int count)
    {
        private readonly DateTimeOffset _start = TimeProvider.System.GetUtcNow().AddHours(-1);
        private int _turn;
        private int _told;

        public int FrameBytes { get; private set; }

        public int JsonBytes { get; private set; }

        // By an even step states are what they were.
        public byte[][] Next(int step = 1)
        {
            _turn += step;
            return Same();
        }

        public byte[][] Same()
        {
            var frames = EddnFrames.Of(0, count, _turn, _start.AddSeconds(_told++));
            FrameBytes = frames[0].Length;
            JsonBytes = EddnFrames.Inflated(frames[0]);
            return frames;
        }
    }
}
