using System.Collections.Concurrent;
using System.Diagnostics;
using OrleansGameState.Durability.Silo;

namespace OrleansGameState.Durability;

/// <summary>Many lanes at once, and what became of their commands.</summary>
internal sealed class Load : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<string> _blamed = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly List<(Func<bool> Reached, TaskCompletionSource Done)> _waiting = [];
    private Task _running = Task.CompletedTask;
    private CancellationTokenSource _stopping = new();
    private long _forbiddenFrom = long.MaxValue;
    private int _acknowledged;
    private int _repeats;
    private int _broken;
    private int _failed;

    public Load(IReadOnlyCollection<Zone> zones)
    {
        Zones = zones;
        Lanes = [.. zones.SelectMany(zone => Zone.Outposts.Prepend(Zone.ContestedWarpgate).Select(facility => (zone, facility)))
            .Select((place, index) => new Lane(index + 1, place.zone, place.facility, this))];
    }

    public IReadOnlyCollection<Zone> Zones { get; }

    public IReadOnlyList<Lane> Lanes { get; }

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Commands that failed with an answer.</summary>
    public int Failed => Volatile.Read(ref _failed);

    /// <summary>What was wrong with the answers alone.</summary>
    public IReadOnlyCollection<string> Blamed => [.. _blamed];

    public string Summary => $"{_acknowledged} acknowledged ({_repeats} of them as repeats of what was done), {_broken} broken off, {_failed} failed"
        + string.Concat(_failures.Select(failure => $"\n  {failure.Value} x {failure.Key}"));

    public Task Settle(CommandLink commands) => Task.WhenAll(Zones.Select(zone => zone.Settle(commands)));

    public void Start(CommandLink commands) => Start(_ => commands);

    /// <summary>Starts each lane over a connection of its own choice.</summary>
    public void Start(Func<Lane, CommandLink> commands)
    {
        _stopping.Dispose();
        _stopping = new();
        _running = Task.WhenAll(Lanes.Select(lane => Task.Run(() => lane.Run(commands(lane), _stopping.Token))));
    }

    /// <summary>Lets every lane have its answer, or the connection break, and sends no more.</summary>
    public async Task Stop()
    {
        await _stopping.CancelAsync();
        await _running.Within(() => Summary);
    }

    /// <summary>Completes once every lane ended by itself, its connection broken.</summary>
    public Task Broken() => _running.Within(() => Summary);

    /// <summary>Completes once that many more commands were acknowledged.</summary>
    public Task Acknowledges(int more) => Reaches(Acknowledged + more);

    /// <summary>Completes once every lane has had one more command acknowledged.</summary>
    public Task EveryLaneGoesOn()
    {
        int[] before = [.. Lanes.Select(lane => lane.Acknowledged)];
        return When(() => Lanes.Zip(before).All(pair => pair.First.Acknowledged > pair.Second));
    }

    /// <summary>Completes once a command failed with an answer.</summary>
    public Task Fails()
    {
        var before = Failed;
        return When(() => Failed > before);
    }

    /// <summary>From now on nothing that is sent may be acknowledged: it cannot have been committed.</summary>
    public void ForbidAcknowledgements() => Volatile.Write(ref _forbiddenFrom, Stopwatch.GetTimestamp());

    public void AllowAcknowledgements() => Volatile.Write(ref _forbiddenFrom, long.MaxValue);

    public void Blame(string what) => _blamed.Enqueue(what);

    public void NoteAcknowledged(long sent, bool isRepeat)
    {
        if (sent > Volatile.Read(ref _forbiddenFrom))
        {
            Blame("a command was acknowledged that was sent when nothing could be committed");
        }

        if (isRepeat)
        {
            Interlocked.Increment(ref _repeats);
        }

        Interlocked.Increment(ref _acknowledged);
        Tell();
    }

    public void NoteFailed(Reply reply, long sent)
    {
        _failures.AddOrUpdate($"{reply.Failure}: {Kind(reply.Detail!)}", 1, (_, count) => count + 1);
        Interlocked.Increment(ref _failed);
        lock (_lock)
        {
            LongestFailure = TimeSpan.FromTicks(Math.Max(LongestFailure.Ticks, Stopwatch.GetElapsedTime(sent).Ticks));
        }

        Tell();
    }

    /// <summary>How long a caller waited at most for the answer that its command failed.</summary>
    public TimeSpan LongestFailure { get; private set; }

    public void Dispose() => _stopping.Dispose();

    public void NoteBroken() => Interlocked.Increment(ref _broken);

    // Messages name keys and numbers; what is left counts failures of a kind together.
    private static string Kind(string detail) => string.Concat(detail.Where(letter => !char.IsAsciiDigit(letter)));

    private Task Reaches(int goal) => When(() => Acknowledged >= goal);

    private Task When(Func<bool> reached)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((reached, done));
        }

        Tell();
        return done.Task.Within(() => Summary);
    }

    private void Tell()
    {
        lock (_lock)
        {
            foreach (var waiting in _waiting.Where(waiting => waiting.Reached()).ToArray())
            {
                _waiting.Remove(waiting);
                waiting.Done.SetResult();
            }
        }
    }
}
