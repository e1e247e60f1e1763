using Npgsql;

namespace OrleansGameState.Silo.Tests.Storage.Retention;

public sealed class HistoryRetentionTests
{
    private const string Key = "ps2/10";
    private static readonly DateTimeOffset January = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset March = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [InlineData(365, 0)]
    [InlineData(48, 0)]
    [InlineData(47, 1)]
    [InlineData(1, 2)]
    public async Task Month_GoesOnceItIsWhollyOlder(int days, int months)
    {
        await using var worlds = await WithMonthsAsync();

        var dropped = await worlds.Retention(days, March).DropAsync(default);

        Assert.Equal(months, dropped.Length);
        Assert.Equal(3 - months, await worlds.Database.ScalarAsync<long>("select count(*) from entity_event"));
        Assert.Empty(await worlds.VerifyAsync());
    }

    [SkippableFact]
    public async Task SecondTime_DropsAndChangesNothing()
    {
        await using var worlds = await WithMonthsAsync();
        await worlds.RetainAsync(1, March);
        var checkpoints = await worlds.Database.ListAsync<long>("select seq from entity_checkpoint");

        Assert.Empty(await worlds.Retention(1, March).DropAsync(default));

        Assert.Equal([2L], checkpoints);
        Assert.Equal(checkpoints, await worlds.Database.ListAsync<long>("select seq from entity_checkpoint"));
    }

    [SkippableFact]
    public async Task TwoAtOnce_DropOnceOnly()
    {
        await using var worlds = await WithMonthsAsync();

        var dropped = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => worlds.Retention(1, March).DropAsync(default))));

        Assert.Equal(2, dropped.Sum(months => months.Length));
        Assert.Empty(await worlds.VerifyAsync());
    }

    [SkippableFact]
    public async Task Drop_WhileAReadHoldsTheEvents_WaitsForItAndHoldsUpNoCommitMeanwhile()
    {
        await using var worlds = await WithMonthsAsync();
        await using var reading = await worlds.Database.Source.OpenConnectionAsync();
        var read = await reading.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("select count(*) from entity_event where system = 'territory'", reading))
        {
            await command.ExecuteScalarAsync();
        }

        // Its clock stands, so that its second attempt waits for it.
        var clock = new Testing.ManualTimeProvider(March);
        var paused = clock.WhenTimersArePending(1);
        var drop = worlds.Retention(1, clock).DropAsync(default);
        await paused.WaitAsync(Bound);
        await worlds.CommitAsync(Key, [March]).WaitAsync(Bound);
        await read.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await drop.WaitAsync(Bound)).Length);
        Assert.Empty(await worlds.VerifyAsync());
    }

    [SkippableFact]
    public async Task History_WithAHole_IsNotDropped()
    {
        await using var worlds = await WithMonthsAsync();
        await worlds.CommitAsync("ps2/11", [January, January, January]);
        await worlds.Database.ExecuteAsync("delete from entity_event where key = 'ps2/11' and seq = 2");

        await Assert.ThrowsAsync<InvalidDataException>(() => worlds.RetainAsync(1, March));

        Assert.True(await worlds.Database.ScalarAsync<bool>("select to_regclass('entity_event_territory_2026_01') is not null"));
    }

    // An event each in January, February and March.
    private static async Task<Worlds> WithMonthsAsync()
    {
        var worlds = await Worlds.CreateAsync();
        await worlds.CommitAsync(Key, [January, January.AddMonths(1), January.AddMonths(2)]);
        return worlds;
    }
}
