namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>Bounds what waits by count and by bytes. Who finds no room waits in line.</summary>
internal sealed class Room(int count, long bytes)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Visitor> _line = new();
    private int _count;
    private long _bytes;

    /// <summary>How much is taken, of 1, by whichever of the two is scarcer.</summary>
    public double Taken
    {
        get
        {
            lock (_lock)
            {
                return Math.Max((double)_count / count, (double)_bytes / bytes);
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    public ValueTask EnterAsync(int size, CancellationToken cancellationToken)
    {
        Visitor visitor;
        lock (_lock)
        {
            if (_line.Count == 0 && Fits(size))
            {
                Take(size);
                return default;
            }

            visitor = new(size);
            _line.AddLast(visitor);
        }

        return WaitAsync(visitor, cancellationToken);
    }

    public void Leave(int size)
    {
        lock (_lock)
        {
            _count--;
            _bytes -= size;
            LetIn();
        }
    }

    private async ValueTask WaitAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.UnsafeRegister(_ => GiveUp(visitor, cancellationToken), null);
        await visitor.In.Task;
    }

    private void GiveUp(Visitor visitor, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_line.Remove(visitor))
            {
                visitor.In.SetCanceled(cancellationToken);
                LetIn();
            }
        }
    }

    private void LetIn()
    {
        while (_line.First is { Value: var first } && Fits(first.Size))
        {
            _line.RemoveFirst();
            Take(first.Size);
            first.In.SetResult();
        }
    }

    private void Take(int size)
    {
        _count++;
        _bytes += size;
    }

    // What is larger than the whole room goes alone.
    private bool Fits(int size) => _count == 0 || (_count < count && _bytes + size <= bytes);

    private sealed class Visitor(int size)
    {
        public int Size => size;

        public TaskCompletionSource In { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
