using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class GrainCallsTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Call_ThatTimesOut_IsRepeatedUntilItAnswers()
    {
        var attempts = 0;

        var answer = await Run(() => ++attempts < 12 ? throw new TimeoutException() : ValueTask.FromResult("done"));

        Assert.Equal(("done", 12), (answer, attempts));
    }

    [Fact]
    public async Task Call_ThatIsBroken_IsGivenUp()
    {
        var attempts = 0;

        var answer = await Run(() =>
        {
            attempts++;
            throw new InvalidOperationException("a bug");
        });

        Assert.Null(answer);
        Assert.Equal(6, attempts);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new StoreUnavailableException("away"), true },
        { new OrleansException("from the store", new StoreUnavailableException("away")), true },
        { new InvalidOperationException("reloads", new OrleansException("from the store", new StoreUnavailableException("away"))), true },
        { new OrleansException("rejected"), true },
        { new OrleansException("from the store", new ArgumentException("a bug")), false },
        { new InvalidOperationException("reloads", new OrleansException("from the store", new ArgumentException("a bug"))), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Call_IsRepeatedWithoutEnd_WhereTheStoreOrTheSiloIsAway(Exception failure, bool comesBack)
    {
        var attempts = 0;

        var answer = await Run(() => ++attempts < 20 ? throw failure : ValueTask.FromResult("done"));

        Assert.Equal(comesBack ? ("done", 20) : (null, 6), (answer, attempts));
    }

    [Fact]
    public void FirstAttempt_IsMadeAtOnce()
    {
        var called = false;

        _ = new GrainCalls(_time, NullLogger.Instance).Invoke("key", () =>
        {
            called = true;
            return new ValueTask<string>(new TaskCompletionSource<string>().Task);
        }, default);

        Assert.True(called);
    }

    private async Task<string?> Run(Func<ValueTask<string>> call)
    {
        var running = new GrainCalls(_time, NullLogger.Instance).Invoke("key", call, default);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, _time.WhenTimersArePending(1)).WaitAsync(Safety);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        return await running;
    }
}
