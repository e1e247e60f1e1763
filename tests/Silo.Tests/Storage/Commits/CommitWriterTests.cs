using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

public sealed class CommitWriterTests
{
    [SkippableFact]
    public async Task Writes_ThatWaitTogether_EachGetTheirOwnOutcome()
    {
        await using var host = await CommitHost.StartAsync();
        EntityWrite[] first = [.. Enumerable.Range(0, 300).Select(n => Writes.First($"ps2/{n}"))];
        await Task.WhenAll(first.Select(host.CommitAsync));

        var second = first.Select((write, n) => n % 100 == 7 ? Writes.Of(write.Key, 2, Guid.NewGuid()) : Writes.After(write)).ToArray();
        var outcomes = await Task.WhenAll(second.Select(host.CommitAsync));

        Assert.Equal([7, 107, 207], outcomes.Index().Where(outcome => !outcome.Item.IsDone).Select(outcome => outcome.Index));
        Assert.Equal(first[7].CommitId, outcomes[7].Stored);
        Assert.Equal(300 + 297, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task FirstWrite_WhereThereIsARowAlready_IsStale()
    {
        await using var host = await CommitHost.StartAsync();
        var write = Writes.First("ps2/1");
        await host.CommitAsync(write);

        var outcome = await host.CommitAsync(Writes.First("ps2/1"));

        Assert.Equal(CommitOutcome.Stale(write.CommitId), outcome);
        Assert.Equal(1, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task SameWrite_Twice_IsDoneOnce()
    {
        await using var host = await CommitHost.StartAsync();
        var write = Writes.First("ps2/1");

        var outcomes = new[] { await host.CommitAsync(write), await host.CommitAsync(write) };

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(1, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task WriteThatTheServerCannotHold_FailsAlone()
    {
        await using var host = await CommitHost.StartAsync(new() { Writers = 1 });
        var good = Enumerable.Range(0, 50).Select(n => host.CommitAsync(Writes.First($"ps2/{n}"))).ToArray();
        var bad = host.CommitAsync(Writes.First("ps2/bad", """{"name":"a\u0000b"}"""));
        var more = Enumerable.Range(50, 50).Select(n => host.CommitAsync(Writes.First($"ps2/{n}"))).ToArray();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => bad);

        Assert.Contains("ps2/bad", refused.Message, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll([.. good, .. more]), outcome => Assert.True(outcome.IsDone));
        Assert.Equal(100, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task Write_WithoutEvents_ChangesTheRowAlone()
    {
        await using var host = await CommitHost.StartAsync();
        var write = Writes.First("ps2/1");
        await host.CommitAsync(write);

        await host.CommitAsync(Writes.WithoutEvents(write, "[]"));

        Assert.Equal("[]", await host.QueryAsync<string>("select pending::text from entity"));
        Assert.Equal(1, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task Event_OfAMonthWithoutPartition_GetsOne()
    {
        await using var host = await CommitHost.StartAsync();
        var write = Writes.First("ps2/1");
        var old = write with { Events = [write.Events[0] with { At = new(1999, 12, 31, 23, 59, 59, TimeSpan.Zero) }] };

        Assert.True((await host.CommitAsync(old)).IsDone);

        Assert.Equal("entity_event_territory_1999_12", await host.QueryAsync<string>("select tableoid::regclass::text from entity_event"));
    }

    [SkippableFact]
    public async Task Checkpoint_IsKeptWithTheWrite()
    {
        await using var host = await CommitHost.StartAsync();

        await host.CommitAsync(Writes.First("ps2/1", """{"n":1}""") with { IsCheckpoint = true });

        Assert.Equal("""{"n": 1}""", await host.QueryAsync<string>("select state::text from entity_checkpoint where key = 'ps2/1' and seq = 1"));
    }

    [SkippableFact]
    public async Task WhatWaits_WhenTheQueueCloses_IsStillWritten()
    {
        await using var host = await CommitHost.StartAsync();
        var writes = Enumerable.Range(0, 2000).Select(n => host.CommitAsync(Writes.First($"ps2/{n}"))).ToArray();

        await host.StopAsync();

        Assert.All(await Task.WhenAll(writes), outcome => Assert.True(outcome.IsDone));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.CommitAsync(Writes.First("ps2/late")));
    }

    [SkippableFact]
    public async Task Server_ThatEndsItsConnections_CostsNoWrite()
    {
        await using var host = await CommitHost.StartAsync();
        var write = Writes.First("ps2/1");
        await host.CommitAsync(write);

        await host.QueryAsync<object>("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gamestate commits' and datname = current_database()");

        Assert.True((await host.CommitAsync(Writes.After(write))).IsDone);
        Assert.Null(host.Status.Failing);
    }

    [SkippableFact]
    public async Task Commit_WhoseAnswerIsLost_IsToldAsDone()
    {
        await using var relay = new CuttingRelay();
        await using var host = await CommitHost.StartAsync(new() { Writers = 1 }, relay.Through);
        var write = Writes.First("ps2/1");
        await host.CommitAsync(write);
        var next = Writes.After(write);

        relay.CutNextAnswer();
        var outcome = await host.CommitAsync(next);

        Assert.True(relay.HasCut);
        Assert.True(outcome.IsDone);
        Assert.Equal(2, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task Write_WhileTheServerIsAway_FailsInTimeAndIsNeverDoneLater()
    {
        await using var relay = new CuttingRelay();
        await using var host = await CommitHost.StartAsync(new() { CommitTimeoutSeconds = 1 }, relay.Through);
        relay.Close();

        var unavailable = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.CommitAsync(Writes.First("ps2/1")));
        relay.Open();

        Assert.Contains("was not written", unavailable.Message, StringComparison.Ordinal);
        Assert.True((await host.CommitAsync(Writes.First("ps2/2"))).IsDone);
        Assert.Equal("ps2/2", await host.QueryAsync<string>("select string_agg(key, ' ') from entity"));
    }

    [SkippableFact]
    public async Task Write_WhileTheServerIsAwayForAMoment_Waits()
    {
        await using var relay = new CuttingRelay();
        await using var host = await CommitHost.StartAsync(through: relay.Through);
        relay.Close();
        var write = host.CommitAsync(Writes.First("ps2/1"));
        await relay.Refused;

        relay.Open();

        Assert.True((await write).IsDone);
    }

    [SkippableFact]
    public async Task TwoProcesses_WritingTheSameEntities_NeverBothSucceed()
    {
        await using var host = await CommitHost.StartAsync(new() { Writers = 4, BatchCount = 5 });
        EntityWrite[] first = [.. Enumerable.Range(0, 40).Select(n => Writes.First($"ps2/{n}"))];
        await Task.WhenAll(first.Select(host.CommitAsync));

        var rivals = await Task.WhenAll(first.Concat(first.Reverse()).Select(write => host.CommitAsync(Writes.After(write))));

        Assert.Equal(40, rivals.Count(outcome => outcome.IsDone));
        Assert.Equal(80, await host.EventsAsync());
    }
}
