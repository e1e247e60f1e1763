using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Tests;

/// <summary>Watches an entity, and tells when it has seen so many events.</summary>
internal sealed class Watcher(int expected) : IEntityObserver
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<Envelope> _events = [];

    public ImmutableArray<Envelope> Events => _events;

    public Task Complete => _complete.Task;

    public void OnCommitted(ImmutableArray<Envelope> events)
    {
        _events = _events.AddRange(events);
        if (_events.Length >= expected)
        {
            _complete.TrySetResult();
        }
    }
}
