using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Testing;

namespace OrleansGameState.Gateway.Tests.Calls;

public sealed class CallRepeatsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ManualTimeProvider _time = new();
    private readonly CallRepeats _repeats;

    public CallRepeatsTests() => _repeats = new(
        Options.Create(new GatewayOptions { CallPatienceSeconds = 15 }),
        _time,
        new GatewayMetrics(_services.GetRequiredService<IMeterFactory>()),
        NullLogger<CallRepeats>.Instance);

    [Fact]
    public async Task Call_LostWithItsSilo_IsMadeAgainUntilItIsAnswered()
    {
        var (made, call) = CallOfAnEntity(attempt => attempt < 4 ? Task.FromException(new SiloUnavailableException("gone")) : Task.CompletedTask);

        var repeated = _repeats.Invoke(call);
        Assert.Equal(1, made.Attempts);
        await PassUntil(repeated);

        await repeated;
        Assert.Equal(4, made.Attempts);
    }

    [Fact]
    public async Task Call_ThatNobodyAnswers_FailsOncePatienceEnds()
    {
        var began = _time.GetUtcNow();
        var (made, call) = CallOfAnEntity(_ => Task.FromException(new TimeoutException("no answer")));

        var repeated = _repeats.Invoke(call);
        await PassUntil(repeated);

        await Assert.ThrowsAsync<TimeoutException>(() => repeated);
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromSeconds(13.9), TimeSpan.FromSeconds(15));
        Assert.InRange(made.Attempts, 15, 40);
    }

    [Fact]
    public async Task Call_OfACallerInAHurry_FailsAtItsDeadline()
    {
        CallPatience.Begin(new(_time.GetUtcNow().AddSeconds(15), CancellationToken.None));
        CallPatience.Limit(_time.GetUtcNow().UtcDateTime.AddMilliseconds(20));
        var (made, call) = CallOfAnEntity(_ => Task.FromException(new SiloUnavailableException("gone")));

        await Assert.ThrowsAsync<SiloUnavailableException>(() => _repeats.Invoke(call));

        Assert.Equal(1, made.Attempts);
    }

    [Fact]
    public async Task Call_OfACallerWhoLeft_IsNotMadeAgain()
    {
        CallPatience.Begin(new(_time.GetUtcNow().AddSeconds(15), new(canceled: true)));
        var (made, call) = CallOfAnEntity(_ => Task.FromException(new SiloUnavailableException("gone")));

        await Assert.ThrowsAsync<SiloUnavailableException>(() => _repeats.Invoke(call));

        Assert.Equal(1, made.Attempts);
    }

    [Fact]
    public async Task Call_ThatTheStoreRefused_IsNotMadeAgain()
    {
        var (made, call) = CallOfAnEntity(_ => Task.FromException(new StoreUnavailableException("away")));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _repeats.Invoke(call));

        Assert.Equal(1, made.Attempts);
    }

    [Fact]
    public async Task Pulse_ThatIsNotAnswered_IsNotMadeAgain()
    {
        var (made, call) = CallDouble.Make(typeof(ISiloPulseGrain), nameof(ISiloPulseGrain.Beat), _ => Task.FromException(new SiloUnavailableException("gone")));

        await Assert.ThrowsAsync<SiloUnavailableException>(() => _repeats.Invoke(call));

        Assert.Equal(1, made.Attempts);
    }

    [Fact]
    public void Patience_OfARequest_DoesNotLastLongerThanIt()
    {
        CallPatience.Begin(new(_time.GetUtcNow(), CancellationToken.None));

        CallPatience.Outlast();
        CallPatience.Limit(_time.GetUtcNow().UtcDateTime);

        Assert.Null(CallPatience.Current);
    }

    public void Dispose() => _services.Dispose();

    private static (CallDouble Made, IOutgoingGrainCallContext Call) CallOfAnEntity(Func<int, Task> attempt) =>
        CallDouble.Make(typeof(IEntityGrain), nameof(IEntityGrain.ReadEvents), attempt);

    // What it waits for is the clock, and nothing else.
    private async Task PassUntil(Task repeated)
    {
        while (!repeated.IsCompleted)
        {
            await Task.WhenAny(repeated, _time.WhenTimersArePending(1)).WaitAsync(GatewayHost.Patience);
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }
    }
}
