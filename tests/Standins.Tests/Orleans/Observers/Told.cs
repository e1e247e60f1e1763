using System.Collections.Concurrent;

namespace OrleansGameState.Standins.Tests.Orleans.Observers;

/// <summary>Notes what it is told, and signals each number.</summary>
internal sealed class Told(string name) : ITold
{
    public ConcurrentQueue<int> Numbers { get; } = new();

    public bool Throws { get; init; }

    public void Tell(int number)
    {
        Numbers.Enqueue(number);
        Signals.Set($"{name}/{number}");
        if (Throws)
        {
            throw new InvalidOperationException("told");
        }
    }

    public async Task TellAndWait(int number)
    {
        await Task.Yield();
        Tell(number);
    }
}
