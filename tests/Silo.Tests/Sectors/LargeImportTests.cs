using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Silo.Storage.Scans;
using OrleansGameState.Silo.Tests.Storage.Commits;
using Xunit.Abstractions;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>A universe of the size that was recorded from a running game: 2,499 sectors with stubs, 13,684 links.</summary>
public sealed class LargeImportTests(ITestOutputHelper output)
{
    private const int Sectors = 2499;
    private const int Links = 13_684;

    // Seconds where the machine does nothing else.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task Import_OfARecordedUniversesSize_IsToldToAllOnPostgres()
    {
        await using var host = await CommitHost.StartAsync(kinds: SectorKinds.All);
        await using var cluster = await StartAsync(host);
        var universe = cluster.Client.GetGrain<IUniverseGrain>("u1");
        var map = cluster.Client.GetGrain<IUniverseMapGrain>(SectorKeys.Map("u1"));
        var watcher = new Watcher(2);
        await universe.Watch(cluster.Client.CreateObjectReference<IEntityObserver>(watcher));

        var started = Stopwatch.GetTimestamp();
        var answer = await map.Import(Draft(), new(false, false));
        output.WriteLine($"durable after {Stopwatch.GetElapsedTime(started)}");
        await watcher.Complete.WaitAsync(Bound);
        output.WriteLine($"told to all after {Stopwatch.GetElapsedTime(started)}");

        Assert.Equal((1, Sectors, Links), (answer.Version, answer.Report.Sectors, answer.Report.Links));
        Assert.IsType<ImportFinished>(watcher.Events[^1].Event);
        Assert.Equal(Sectors, await host.QueryAsync<long>("select count(*) from entity where type = 'sector' and state->'chart' is not null"));
        Assert.Single((await map.ReadEvents(0, 10)).Events);
        Assert.InRange(await host.QueryAsync<int>("select octet_length(body::text) from entity_event where type = 'mapImported'"), 1_000_000, 10_000_000);
        await ShowTimesAsync(universe, map);
    }

    private async Task ShowTimesAsync(IUniverseGrain universe, IUniverseMapGrain map)
    {
        var started = Stopwatch.GetTimestamp();
        Assert.True((await universe.Sweep()).Counts.IsNothing);
        output.WriteLine($"swept in {Stopwatch.GetElapsedTime(started)}");
        for (var turn = 0; turn < 3; turn++)
        {
            started = Stopwatch.GetTimestamp();
            var scan = await map.Scan("1", 2);
            output.WriteLine($"scanned {scan.Sectors.Length} sectors in {Stopwatch.GetElapsedTime(started)}");
            started = Stopwatch.GetTimestamp();
            var path = await map.FindPath("1", "1250", []);
            output.WriteLine($"found a way of {path.Turns} turns in {Stopwatch.GetElapsedTime(started)}");
        }
    }

    private static async Task<InProcessTestCluster> StartAsync(CommitHost host)
    {
        var types = new StoredTypes(SectorKinds.All);
        var reads = new StoreReads(host.Source, TimeProvider.System);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);
            silo.Services.AddEntities().AddSectors();
            silo.Services.AddSingleton<IEventLog>(new PostgresEventLog(new(reads), types)).AddSingleton<IEntityScan>(new PostgresEntityScan(reads));
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) =>
                new PostgresEntityStore(types, new(types), host.Queue, reads, Options.Create(new StorageOptions())));
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    // Each sector leads to the next ones, and some further away, as often as the links last.
    private static UniverseDraft Draft() => new(
        [
            .. Enumerable.Range(0, Sectors).Select(sector => new SectorChart(
                $"{sector}",
                $"Uncharted Space {sector}",
                SectorTypes.Standard,
                0,
                SectorDefenses.None,
                sector % 10 == 0 ? "The Federation -- Do Not Dump!" : null,
                [],
                [],
                [.. Enumerable.Range(1, (Links / Sectors) + (sector < Links % Sectors ? 1 : 0)).Select(step => new SectorLink($"{(sector + (step * step * step)) % Sectors}", 1))],
                [],
                new(sector % 50, sector / 50),
                false)),
        ],
        [],
        [.. Enumerable.Range(0, Sectors).Select(sector => new SectorShips($"{sector}", [new($"ship-{sector}", $"Trader {sector}'s ship", "")]))],
        null);
}
