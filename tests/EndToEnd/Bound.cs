using System.Runtime.CompilerServices;

namespace OrleansGameState.EndToEnd;

/// <summary>No wait is for ever, and one that ended says what it was for.</summary>
internal static class Bound
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static async Task<T> Within<T>(this Task<T> task, Func<string> describe, [CallerMemberName] string member = "")
    {
        try
        {
            return await task.WaitAsync(Patience);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            throw new TimeoutException($"{member}: nothing came within {Patience.TotalSeconds:0} s. {describe()}", exception);
        }
    }

    /// <summary>For what is only measured: no event tells of it, so it is asked for until it is as expected.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> isAsExpected)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var answer = await ask();
        while (!isAsExpected(answer))
        {
            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Not as expected within {Patience.TotalSeconds:0} s; the last answer was: {answer}", exception);
            }

            answer = await ask();
        }

        return answer;
    }
}
