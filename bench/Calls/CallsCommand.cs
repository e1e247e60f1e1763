using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Grains.Cluster;

namespace OrleansGameState.Bench.Calls;

/// <summary>In-process grain calls by 100 callers: to grains of their own, and all to one.</summary>
internal static class CallsCommand
{
    private const int CallerCount = 100;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("calls", options);
        using var host = BuildHost();
        using var timedHost = BuildHost(services => services.AddClusterBoard());
        var grains = await StartAsync(host);
        var timed = await StartAsync(timedHost);
        var actors = Enumerable.Range(0, CallerCount).Select(_ => new MinimalActor()).ToArray();

        var rounds = await new Rounds()
            .Add("minimal actor, 100", () => Callers.MeasureAsync(CallerCount, options.Duration, caller => actors[caller].Ping))
            .Add("grains, 100", () => Callers.MeasureAsync(CallerCount, options.Duration, caller => grains[caller].Ping))
            .Add("timed grains, 100", () => Callers.MeasureAsync(CallerCount, options.Duration, caller => timed[caller].Ping))
            .Add("minimal actor, one hot", () => Callers.MeasureAsync(CallerCount, options.Duration, _ => actors[0].Ping))
            .Add("grain, one hot", () => Callers.MeasureAsync(CallerCount, options.Duration, _ => grains[0].Ping))
            .RunAsync(options.Rounds);

        const string Target = "; target: Orleans co-hosted, 600-800 thousand/s";
        rounds.PrintRate("minimal actor, 100");
        rounds.PrintRatio("grains, 100", "minimal actor, 100", Target);
        rounds.PrintRatio("timed grains, 100", "grains, 100", "; as a silo times them for its board");
        rounds.PrintRate("minimal actor, one hot");
        rounds.PrintRatio("grain, one hot", "minimal actor, one hot", Target);
        await host.StopAsync();
        await timedHost.StopAsync();
        return 0;
    }

    private static async Task<IPingGrain[]> StartAsync(IHost host)
    {
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        return [.. Enumerable.Range(0, CallerCount).Select(number => factory.GetGrain<IPingGrain>($"own-{number}"))];
    }

    private static IHost BuildHost(Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.KeepQuiet();
        configure?.Invoke(builder.Services);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Next(), FreePort.Next()));
        return builder.Build();
    }
}
