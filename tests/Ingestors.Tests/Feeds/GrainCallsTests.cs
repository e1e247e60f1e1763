using Microsoft.Extensions.Logging.Abstractions;
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
