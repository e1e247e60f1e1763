using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Tests.Realtime;

public sealed class EntityWatchTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly TestEntity _entity = new();
    private readonly ManualTime _time = new();
    private readonly WatchRegistry _watches;

    public EntityWatchTests() => _watches = new(
        _entity,
        Options.Create(new GatewayOptions()),
        _time,
        new GatewayMetrics(_services.GetRequiredService<IMeterFactory>()),
        NullLogger<WatchRegistry>.Instance);

    [Fact]
    public async Task LostEvents_NoticedByTheNext_AreReadFromTheLog()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Commit(2, lost: true);
        _entity.Commit(1);

        Assert.Equal(["delta 4", "delta 5", "delta 6"], await client.Next(3));
    }

    [Fact]
    public async Task LostLastEvent_IsNoticedWhenTheLeaseIsRenewed()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Commit(1, lost: true);
        _time.Pass(TestEntity.Lease / 3);

        Assert.Equal("delta 4", await client.Next());
        Assert.Equal(2, _entity.Watches);
    }

    [Fact]
    public async Task LostSilo_IsAskedAgainSoonUntilTheEntityIsElsewhere()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.IsLost = true;
        _time.Pass(TestEntity.Lease / 3);
        Assert.Equal(2, _entity.Watches);
        _time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(3, _entity.Watches);
        _entity.IsLost = false;
        _entity.Commit(2);
        _time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(4, _entity.Watches);
        _entity.Commit(1);

        Assert.Equal(["delta 4", "delta 5", "delta 6"], await client.Next(3));
        _time.Pass(TestEntity.Lease / 3);
        Assert.Equal(5, _entity.Watches);
    }

    [Fact]
    public async Task LostSilo_ThatStaysAway_IsAskedForNoMoreOftenThanUsual()
    {
        await using var client = Subscribe();
        _entity.IsLost = true;

        // At 10 s; then after 1, 2, 4, 8 and every 10.
        _time.Pass(TimeSpan.FromSeconds(10 + 15 + 30));

        Assert.Equal(1 + 1 + 4 + 3, _entity.Watches);
    }

    [Fact]
    public async Task LostEvents_ThatTheLogNoLongerHas_AreReplacedByASnapshot()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Commit(5, lost: true);
        _entity.Oldest = 7;
        _entity.Commit(1);
        Assert.Equal("snapshot 9", await client.Next());
        _entity.Commit(1);

        Assert.Equal("delta 10", await client.Next());
    }

    [Theory]
    [InlineData(999, "delta 4")]
    [InlineData(1000, "snapshot 1004")]
    public async Task LostEvents_AtTheEdgeOfWhatIsTooMuch_AreReadOrReplacedByASnapshot(int lost, string first)
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Commit(lost, lost: true);
        _entity.Commit(1);

        Assert.Equal(first, await client.Next());
        Assert.Equal(1, _entity.Reads);
    }

    [Fact]
    public async Task LostEvents_WhileTheStoreIsAway_AreReplacedByASnapshot()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.IsStoreAway = true;
        _entity.Commit(2, lost: true);
        _entity.Commit(2);
        Assert.Equal("snapshot 7", await client.Next());
        _entity.IsStoreAway = false;
        _entity.Commit(1);

        Assert.Equal("delta 8", await client.Next());
    }

    [Fact]
    public async Task Resume_WhileTheStoreIsAway_IsASnapshot()
    {
        _entity.Commit(9);
        _entity.IsStoreAway = true;

        await using var client = Subscribe(after: 4);

        Assert.Equal("snapshot 9", await client.Next());
        _entity.Commit(1);
        Assert.Equal("delta 10", await client.Next());
    }

    [Fact]
    public async Task Resume_FromLongAgo_DoesNotReadTheLog()
    {
        _entity.Commit(5000);

        await using var client = Subscribe(after: 7);

        Assert.Equal("snapshot 5000", await client.Next());
        Assert.Equal(0, _entity.Reads);
        _entity.Commit(1);
        Assert.Equal("delta 5001", await client.Next());
    }

    [Fact]
    public async Task RenewedLease_OvertakenByEvents_IsNoLoss()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Overtaking = 2;
        _time.Pass(TestEntity.Lease / 3);
        _entity.Commit(1);

        Assert.Equal(["delta 4", "delta 5", "delta 6"], await client.Next(3));
    }

    [Fact]
    public async Task StoreThatLostEvents_IsNoticedWhenTheLeaseIsRenewed()
    {
        _entity.Commit(3);
        await using var client = Subscribe();
        Assert.Equal("snapshot 3", await client.Next());

        _entity.Forget(2);
        _time.Pass(TestEntity.Lease / 3);
        Assert.Equal("snapshot 1", await client.Next());
        _entity.Commit(1);

        Assert.Equal("delta 2", await client.Next());
    }

    [Fact]
    public async Task RepeatedEvents_AreToldOnce()
    {
        _entity.Commit(1);
        await using var client = Subscribe();
        Assert.Equal("snapshot 1", await client.Next());

        _entity.Commit(1);
        _entity.Repeat(2);
        _entity.Repeat(1);
        _entity.Commit(1);

        Assert.Equal(["delta 2", "delta 3"], await client.Next(2));
    }

    [Fact]
    public async Task SlowClient_OverItsQueue_GetsOneSnapshotAndThenGoesOn()
    {
        _entity.Commit(1);
        await using var client = Subscribe(queueBytes: 2000);
        Assert.Equal("snapshot 1", await client.Next());

        for (var i = 0; i < 500; i++)
        {
            _entity.Commit(1);
        }

        Assert.Equal("snapshot 501", await client.Next());
        _entity.Commit(1);
        Assert.Equal("delta 502", await client.Next());
    }

    [Fact]
    public async Task SlowClient_DoesNotHoldUpAnother()
    {
        _entity.Commit(1);
        await using var slow = Subscribe(queueBytes: 2000);
        await using var quick = Subscribe();
        Assert.Equal("snapshot 1", await quick.Next());

        _entity.Commit(500);

        Assert.Equal(Enumerable.Range(2, 500).Select(sequence => $"delta {sequence}"), await quick.Next(500));
    }

    [Fact]
    public async Task Resume_WithEventsOnTheWay_TellsEachOnce()
    {
        _entity.Commit(10);
        await using var first = Subscribe();
        Assert.Equal("snapshot 10", await first.Next());

        // The second joins the watch, and events come before its log is read.
        await using var second = Subscribe(after: 7);
        _entity.Commit(2);

        Assert.Equal(["resumed 7", "delta 8", "delta 9", "delta 10", "delta 11", "delta 12"], await second.Next(6));
        _entity.Commit(1);
        Assert.Equal("delta 13", await second.Next());
    }

    [Theory]
    [InlineData(2000, 999, "snapshot 2000")]
    [InlineData(2000, 1000, "resumed 1000")]
    [InlineData(20, 21, "snapshot 20")]
    [InlineData(20, 20, "resumed 20")]
    public async Task Resume_AtTheEdgeOfWhatIsTooMuch_IsASnapshotOrTheEvents(int committed, long after, string first)
    {
        _entity.Commit(committed);

        await using var client = Subscribe(after: after);

        Assert.Equal(first, await client.Next());
    }

    [Fact]
    public async Task Watch_WithTwoClients_IsOneAndEndsALittleAfterTheLast()
    {
        _entity.Commit(1);
        var (first, second) = (Subscribe(), Subscribe());
        Assert.Equal("snapshot 1", await first.Next());
        Assert.Equal("snapshot 1", await second.Next());
        Assert.Equal(1, _entity.Watches);

        await first.DisposeAsync();
        _time.Pass(TimeSpan.FromSeconds(6));
        Assert.True(_entity.IsWatched);
        await second.DisposeAsync();
        _time.Pass(TimeSpan.FromSeconds(4));
        Assert.True(_entity.IsWatched);
        _time.Pass(TimeSpan.FromSeconds(2));
        Assert.False(_entity.IsWatched);
    }

    public async ValueTask DisposeAsync()
    {
        await _watches.DisposeAsync();
        await _services.DisposeAsync();
    }

    private Client Subscribe(int queueBytes = 1024 * 1024, long? after = null)
    {
        var outbox = new Outbox(queueBytes);
        return new(_watches, outbox, _watches.Subscribe(_entity.Entity, outbox, after));
    }

    private sealed class Client(WatchRegistry watches, Outbox outbox, Subscription subscription) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<Delivery> _deliveries = outbox.Deliveries(CancellationToken.None).GetAsyncEnumerator();

        public async Task<string> Next()
        {
            Assert.True(await _deliveries.MoveNextAsync().AsTask().WaitAsync(GatewayHost.Patience));
            return _deliveries.Current switch
            {
                Delivery.Snapshot snapshot => $"snapshot {snapshot.View.Sequence}",
                Delivery.Event @event => $"delta {@event.Delta.Sequence}",
                Delivery.Resumed resumed => $"resumed {resumed.Sequence}",
                var other => other.ToString(),
            };
        }

        public async Task<IReadOnlyList<string>> Next(int count)
        {
            var deliveries = new List<string>();
            while (deliveries.Count < count)
            {
                deliveries.Add(await Next());
            }

            return deliveries;
        }

        public async ValueTask DisposeAsync()
        {
            watches.Unsubscribe(subscription);
            await _deliveries.DisposeAsync();
        }
    }
}
