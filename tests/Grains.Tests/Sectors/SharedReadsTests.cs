using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class SharedReadsTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly List<TaskCompletionSource<int>> _reads = [];
    private readonly SemaphoreSlim _begun = new(0);

    [Fact]
    public async Task Read_ThatComesWhileOneRuns_SharesTheNext_NeverTheOneThatRuns()
    {
        var shared = new SharedReads<int>(Begin);
        var first = shared.Read();
        var (second, third) = (shared.Read(), shared.Read());
        Assert.Single(_reads);

        await End(1);
        Assert.Equal(1, await first);
        Assert.Equal(2, _reads.Count);
        var fourth = shared.Read();
        await End(2);

        Assert.Equal((2, 2), (await second, await third));
        Assert.Equal(3, _reads.Count);
        _reads[2].SetResult(3);
        Assert.Equal(3, await fourth);
    }

    [Fact]
    public async Task Read_AfterOneThatFailed_IsAnother()
    {
        var shared = new SharedReads<int>(Begin);
        var (first, second) = (shared.Read(), shared.Read());

        _reads[0].SetException(new InvalidOperationException("lost"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.True(await _begun.WaitAsync(Bound) && await _begun.WaitAsync(Bound));
        _reads[1].SetResult(2);

        Assert.Equal(2, await second);
    }

    public void Dispose() => _begun.Dispose();

    // Ends the last read; returns once the next one begins.
    private async Task End(int result)
    {
        while (_begun.CurrentCount > 0)
        {
            await _begun.WaitAsync();
        }

        _reads[^1].SetResult(result);
        Assert.True(await _begun.WaitAsync(Bound));
    }

    private Task<int> Begin()
    {
        _reads.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
        _begun.Release();
        return _reads[^1].Task;
    }
}
