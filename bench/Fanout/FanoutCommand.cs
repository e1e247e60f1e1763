using System.Net.Http.Json;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Fanout;

/// <summary>One event to many WebSocket clients, against a bare WebSocket endpoint of the same server.</summary>
internal static class FanoutCommand
{
    private const int EventsPerRound = 5;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("fanout", options);
        var clients = options.Count ?? 1000;
        await using var server = await ServerProcess.StartAsync();
        using var http = new HttpClient();
        var topic = $"territory/{SampleZones.WorldId}/{SampleZones.LiveZoneId}";
        await CauseAsync(http, server.Own.Http, "/bench/capture/1", []);
        using var watchers = await Audience.ConnectAsync(clients, server.Own.Http, "/realtime", $$"""{"op":"subscribe","topic":"{{topic}}"}""");
        using var bare = await Audience.ConnectAsync(clients, server.Yardsticks.Http, Yardsticks.SocketsPath, null);

        var (real, baseline) = (new Latencies(), new Latencies());
        for (var number = 0; number < options.Rounds * EventsPerRound; number++)
        {
            await MeasureAsync(real, watchers, () => CauseAsync(http, server.Own.Http, $"/bench/capture/{number + 2}", []));
            await MeasureAsync(baseline, bare, () => CauseAsync(http, server.Yardsticks.Http, Yardsticks.BroadcastPath, new byte[watchers.LastSize]));
            if (number == 0)
            {
                // The first one warms up.
                (real, baseline) = (new(), new());
            }
        }

        Report.Line($"{clients} clients, a message of {watchers.LastSize} B, {real.Count} events a side; ms: median over the events (min-max)");
        baseline.Print("bare endpoint, from sending", latencies => latencies.FromSent);
        real.Print("event, from sending the command", latencies => latencies.FromSent);
        real.Print("event, from its acknowledgement", latencies => latencies.FromAcknowledged, "; target: p99 < 50 ms");
        real.PrintRatio(baseline);
        return 0;
    }

    private static async Task MeasureAsync(Latencies latencies, Audience audience, Func<Task<Ticks>> cause)
    {
        var arrivals = audience.Expect();
        var ticks = await cause();
        await arrivals.Complete.WaitAsync(Bound);
        latencies.Add(arrivals.Since(ticks.Sent), arrivals.Since(ticks.Acknowledged));
    }

    private static async Task<Ticks> CauseAsync(HttpClient http, int port, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{port}{path}"), content);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Ticks>())!;
    }
}
