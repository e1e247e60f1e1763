using System.Net.Http.Json;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Frames;

/// <summary>Events a second from the push service's frame to a WebSocket watcher, against a bare relay of the same frames.</summary>
internal static class FramesCommand
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("frames", options);
        var count = options.Count ?? 60_000;
        await using var push = await FakePush.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            "Ingestors:Territory:Enabled=true",
            $"Ingestors:Territory:StreamUrl=ws://127.0.0.1:{push.Port}{FakePush.StreamPath}",
            "Ingestors:Territory:RestUrl=",
            $"Ingestors:Territory:Worlds={PushFrames.Watched},{PushFrames.Unwatched}");
        using var watcher = new ZoneWatcher();
        await watcher.SubscribeAsync(server.Own.Http);
        using var bare = new MessageSocket();
        await bare.ConnectAsync($"ws://127.0.0.1:{server.Yardsticks.Http}{Yardsticks.PassthroughPath}?from=ws://127.0.0.1:{push.Port}{FakePush.BarePath}");

        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{server.Own.Http}") };

        var (frames, unwatched, bareFrames) = (new PushFrames(PushFrames.Watched), new PushFrames(PushFrames.Unwatched), new PushFrames(PushFrames.Watched));
        var rounds = await new Rounds()
            .Add("bare relay", () => MeasureBareAsync(server, push, bare, bareFrames.Next(count)))
            .Add("frame to commit", () => MeasureCommitsAsync(server, push, http, unwatched.Next(count)))
            .Add("frame to watcher", () => MeasureAsync(server, push, watcher, frames.Next(count)))
            .RunAsync(options.Rounds);

        Report.Line($"{count} frames a round over {PushFrames.Zones.Length} zones; the watcher saw {watcher.Deltas} deltas and {watcher.Snapshots} snapshots");
        rounds.PrintRate("bare relay");
        rounds.PrintRatio("frame to commit", "bare relay", "");
        rounds.PrintRatio("frame to watcher", "bare relay", "");
        return 0;
    }

    private static async Task<Sample> MeasureAsync(ServerProcess server, FakePush push, ZoneWatcher watcher, byte[][] frames)
    {
        using var bound = new CancellationTokenSource(Bound);
        var events = watcher.Sequences + frames.Length;
        return await Measured.ByCpuAsync(server, async () =>
        {
            var sending = FakePush.SendAsync(await push.Subscribed, frames);
            await watcher.ReadUntilAsync(events, bound.Token);
            await sending;
            return frames.Length;
        });
    }

    private static async Task<Sample> MeasureCommitsAsync(ServerProcess server, FakePush push, HttpClient http, byte[][] frames)
    {
        using var bound = new CancellationTokenSource(Bound);
        var committed = await http.GetFromJsonAsync<long>(CommitWatch.PathOf(PushFrames.Unwatched, 0), bound.Token);
        return await Measured.ByCpuAsync(server, async () =>
        {
            var sending = FakePush.SendAsync(await push.Subscribed, frames);
            await http.GetFromJsonAsync<long>(CommitWatch.PathOf(PushFrames.Unwatched, committed + frames.Length), bound.Token);
            await sending;
            return frames.Length;
        });
    }

    private static async Task<Sample> MeasureBareAsync(ServerProcess server, FakePush push, MessageSocket bare, byte[][] frames)
    {
        using var bound = new CancellationTokenSource(Bound);
        return await Measured.ByCpuAsync(server, async () =>
        {
            var sending = FakePush.SendAsync(await push.Bare, frames);
            for (var read = 0; read < frames.Length; read++)
            {
                await bare.ReadAsync(bound.Token);
            }

            await sending;
            return frames.Length;
        });
    }
}
