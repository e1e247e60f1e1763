namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>
/// Ends one silo's life at a point that is known by its name: from then on nothing that it does is done or answered. Points
/// are what a silo awaits: its writes, and the calls between its grains and to them.
/// </summary>
/// <param name="last">The point at which it ends; null for a life that only notes its points.</param>
internal sealed class Fuse(string? last = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _passed = [];
    private readonly List<string> _points = [];
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _buried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLit;
    private int _left = int.MaxValue;

    /// <summary>What was passed since it was lit, in order; what comes again has its number behind it.</summary>
    public IReadOnlyList<string> Points
    {
        get
        {
            lock (_lock)
            {
                return [.. _points];
            }
        }
    }

    /// <summary>Completes when the silo came to its last point.</summary>
    public Task Died => _died.Task;

    /// <summary>Begins to note points, and to end at the last, or at one of that number.</summary>
    public void Light(int points = int.MaxValue)
    {
        lock (_lock)
        {
            (_isLit, _left) = (true, points);
        }
    }

    /// <summary>Ends it here.</summary>
    public void Die() => _died.TrySetResult();

    /// <summary>Completes at once as long as the silo lives; else never, until it is buried.</summary>
    public Task PassAsync(string point)
    {
        lock (_lock)
        {
            if (_isLit && !_died.Task.IsCompleted)
            {
                Note(point);
            }

            return _died.Task.IsCompleted ? _buried.Task : Task.CompletedTask;
        }
    }

    /// <summary>Lets go of what waits for ever, so that the process can go on without it.</summary>
    public void Bury()
    {
        lock (_lock)
        {
            _died.TrySetResult();
            if (_buried.TrySetException(new SiloDiedException()))
            {
                // Whoever waits sees it; nobody may wait.
                _ = _buried.Task.Exception;
            }
        }
    }

    private void Note(string point)
    {
        var times = _passed[point] = _passed.GetValueOrDefault(point) + 1;
        var name = times == 1 ? point : $"{point} ({times})";
        _points.Add(name);
        if (name == last || --_left == 0)
        {
            _died.TrySetResult();
        }
    }
}
