using System.Runtime.CompilerServices;

namespace OrleansGameState.Durability;

/// <summary>No wait is for ever, and one that ended says what it was for.</summary>
internal static class Bound
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> Within<T>(this Task<T> task, Func<string> describe, [CallerMemberName] string member = "")
    {
        await ((Task)task).Within(describe, member);
        return await task;
    }

    public static async Task Within(this Task task, Func<string> describe, [CallerMemberName] string member = "")
    {
        try
        {
            await task.WaitAsync(Patience);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{member}: nothing came within {Patience.TotalSeconds:0} s. {describe()}", exception);
        }
    }

    /// <summary>For what nothing tells of, such as the health of a process: asked for until it is as expected.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> isAsExpected, Func<string> describe)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var answer = await ask();
        while (!isAsExpected(answer))
        {
            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Not as expected within {Patience.TotalSeconds:0} s; the last answer was: {answer}. {describe()}", exception);
            }

            answer = await ask();
        }

        return answer;
    }
}
