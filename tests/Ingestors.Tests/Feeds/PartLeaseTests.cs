using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Feeds;

/// <summary>Two processes and one lease of 10 s, on one clock that stands until it is moved.</summary>
public sealed class PartLeaseTests : IAsyncDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _stopFirst = new();
    private readonly LeaseGrains _grains;
    private readonly LeaseGrains.Way _way;
    private readonly PartLease _first;
    private readonly PartLease _second;
    private Task _running = Task.CompletedTask;

    public PartLeaseTests()
    {
        _grains = new(_time, TimeSpan.FromSeconds(10));
        _way = _grains.WayTo();
        _first = new("territory", "10", "first", _way.Factory, _time, NullLogger.Instance);
        _second = new("territory", "10", "second", _grains.WayTo().Factory, _time, NullLogger.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _stopFirst.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        await _running.WaitAsync(Safety);
        _stop.Dispose();
        _stopFirst.Dispose();
    }

    [Fact]
    public async Task FirstProcess_HoldsTheLease_AndTheOtherKnowsWhoDoes()
    {
        await Start();

        Assert.True(_first.Answered.IsCompletedSuccessfully && _second.Answered.IsCompletedSuccessfully);
        await Wait(60);

        Assert.Equal((LeaseState.Active, LeaseState.Standby), (_first.State, _second.State));
        Assert.Equal((1, "first"), (_first.Term, _second.Running!.Holder));
        Assert.InRange(_grains.Claims.Count(claim => claim == "first"), 18, 20);
    }

    [Fact]
    public async Task Holder_ThatDies_IsReplacedWithinItsLease()
    {
        await Start();
        await Wait(3);
        _way.IsCut = true;

        await Wait(6.9);
        Assert.Equal((LeaseState.Active, LeaseState.Standby), (_first.State, _second.State));

        await Wait(0.1);
        Assert.Equal((LeaseState.Unknown, LeaseState.Active), (_first.State, _second.State));
        Assert.Equal((null, 1), (_first.Term, _second.Term));
    }

    [Fact]
    public async Task Holder_ThatIsNotAnswered_StopsWhenItsLeaseHasRunOut_AndGoesOnOnceItIs()
    {
        await Start(alone: true);
        _way.IsCut = true;
        await Wait(9.9);
        Assert.Equal(LeaseState.Active, _first.State);

        await Wait(0.1);
        Assert.Equal(LeaseState.Unknown, _first.State);
        Assert.Null(_first.Term);

        _way.IsCut = false;
        await Wait(2.5);
        Assert.Equal(2, _first.Term);
    }

    [Fact]
    public async Task Holder_KeepsItsLease_WhereTheSiloOfItsGrainIsLost()
    {
        await Start();
        for (var loss = 0; loss < 20; loss++)
        {
            await Wait(0.7);
            _grains.Lose();
        }

        Assert.Equal((LeaseState.Active, LeaseState.Standby), (_first.State, _second.State));
        Assert.Equal(1, _first.Term);
    }

    [Fact]
    public async Task Lease_ThatIsReleased_IsTheStandbysWithinASecond()
    {
        await Start();
        await Wait(5);
        var held = _second.WhenHeld(default);

        await _stopFirst.CancelAsync();
        await _first.Release();
        await Wait(1);

        await held.WaitAsync(Safety);
        Assert.Equal(LeaseState.Active, _second.State);
        Assert.Equal(LeaseState.Unknown, _first.State);
    }

    // Off the test's synchronization context, so that all that falls due runs before this returns, in order.
    private Task Wait(double seconds) => Task.Run(() => _time.Advance(TimeSpan.FromSeconds(seconds)));

    private Task Start(bool alone = false) => Task.Run(() =>
    {
        var first = _first.Run(_stopFirst.Token);
        _running = alone ? first : Task.WhenAll(first, _second.Run(_stop.Token));
    });
}
