using System.Text;

namespace OrleansGameState.Durability;

/// <summary>What a process says, to wait on.</summary>
internal sealed class Transcript
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> _waiting = [];
    private bool _ended;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _lines.Aggregate(new StringBuilder(), (text, line) => text.AppendLine(line)).ToString();
            }
        }
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var waiting in _waiting.Where(waiting => waiting.Matches(line)).ToArray())
            {
                _waiting.Remove(waiting);
                waiting.Found.SetResult(line);
            }
        }
    }

    /// <summary>There will be no more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _waiting.ForEach(Give);
            _waiting.Clear();
        }
    }

    /// <summary>The first line that matches, said before or after this call.</summary>
    public Task<string> Until(Func<string, bool> matches)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(line => matches(line)) is { } line)
            {
                return Task.FromResult(line);
            }

            if (_ended)
            {
                Give((matches, found));
            }
            else
            {
                _waiting.Add((matches, found));
            }
        }

        return found.Task.Within(() => Text);
    }

    private void Give((Func<string, bool> Matches, TaskCompletionSource<string> Found) waiting) =>
        waiting.Found.TrySetException(new InvalidOperationException($"It ended without saying so:\n{string.Join('\n', _lines)}"));
}
