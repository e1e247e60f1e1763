using System.Diagnostics;
using Npgsql;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>How long a call to an entity takes that is not active: its activation from the store, beside the bare read of its row.</summary>
internal static class ActivationsCommand
{
    private const string Bare = "SELECT by Npgsql, and the JSON";
    private const string Activation = "first call to a zone grain";
    private const int Callers = 32;
    private const double MicrosPerSecond = 1_000_000;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("activations", options);
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Callers));
        await using var source = database.Source(Callers);
        foreach (var bytes in new[] { 500, 8192 })
        {
            foreach (var callers in new[] { 1, Callers })
            {
                await MeasureAsync(options, database, app.Services.GetRequiredService<IGrainFactory>(), source, SampleZone.FacilitiesFor(bytes), callers);
            }
        }

        await app.StopAsync();
        return 0;
    }

    private static async Task MeasureAsync(BenchOptions options, BenchDatabase database, IGrainFactory grains, NpgsqlDataSource source, int facilities, int callers)
    {
        var count = options.Count ?? (callers * 500);
        var rounds = await new Rounds()
            .Add(Bare, () => MeasureAsync(database, source, count, facilities, callers, key => ReadAsync(source, key)))
            .Add(Activation, () => MeasureAsync(database, source, count, facilities, callers, async key =>
            {
                var snapshot = await grains.GetGrain<IZoneGrain>(key).GetSnapshot();
                return snapshot.Sequence > 0 ? snapshot.State : throw new InvalidOperationException($"{key} was not in the store.");
            }))
            .RunAsync(options.Rounds);

        Report.Line("");
        Report.Line($"{callers} callers, states of {SampleZone.SizeOf(facilities)} bytes, {count} zones a round");
        rounds.PrintRate(Bare);
        rounds.PrintRate(Activation);
        rounds.PrintAgainst(Activation, Bare);
        Report.Line($"{"",-34}   {callers * MicrosPerSecond / rounds.PerSecond(Activation).Median:N0} us each, in the median of the rounds; the bare read {callers * MicrosPerSecond / rounds.PerSecond(Bare).Median:N0} us");
    }

    // Zones that were never active, each time.
    private static async Task<Sample> MeasureAsync(
        BenchDatabase database, NpgsqlDataSource source, int count, int facilities, int callers, Func<string, Task<ZoneState>> read)
    {
        var keys = new ZoneKeys(count);
        await new CommitSql(source).InsertAsync(keys, SampleZone.Encode(SampleZone.With(keys.All[0], facilities)), new Guid[count]);
        using var own = Process.GetCurrentProcess();
        var (server, client, started) = (await database.Cpu.MicrosAsync(), own.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var at = caller; at < count; at += callers)
            {
                await read(keys.All[at]);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(
            count / elapsed.TotalSeconds,
            (await database.Cpu.MicrosAsync() - server) / count,
            (own.TotalProcessorTime - client).TotalMicroseconds / count);
    }

    private static async Task<ZoneState> ReadAsync(NpgsqlDataSource source, string key)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT version, at, commit_id, state, pending, received FROM entity WHERE system = $1 AND key = $2", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TerritoryKeys.System });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (ZoneState)TerritoryKinds.Zone.Decode(reader.GetFieldValue<byte[]>(3)) : throw new InvalidOperationException($"{key} was not in the store.");
    }
}
