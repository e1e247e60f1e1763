using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>What is durable, as it was written: each entity's last record, and all events in the order of their commits.</summary>
internal sealed class SectorJournal
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, IEntityRecord> _records = ImmutableDictionary<string, IEntityRecord>.Empty;
    private readonly List<(Func<EntityEvent, bool> Condition, TaskCompletionSource Came)> _waiting = [];
    private ImmutableList<Envelope> _events = [];

    public ImmutableDictionary<string, IEntityRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return _records;
            }
        }
    }

    public ImmutableList<Envelope> Events
    {
        get
        {
            lock (_lock)
            {
                return _events;
            }
        }
    }

    /// <summary>Called once a write is done and before its writer knows.</summary>
    public void Note(IEntityRecord record)
    {
        lock (_lock)
        {
            if (_records.TryGetValue(record.Key, out var known) && known.Version > record.Version)
            {
                throw new InvalidOperationException($"{record.Key} was written at {record.Version} after it had been at {known.Version}.");
            }

            _records = _records.SetItem(record.Key, record);
            _events = _events.AddRange(record.NewEvents);
            foreach (var (condition, came) in _waiting.Where(waiting => record.NewEvents.Any(envelope => waiting.Condition(envelope.Event))).ToArray())
            {
                _waiting.Remove((condition, came));
                came.SetResult();
            }
        }
    }

    /// <summary>Completes once such an event is durable; at once where one is.</summary>
    public Task When(Func<EntityEvent, bool> condition)
    {
        lock (_lock)
        {
            if (_events.Exists(envelope => condition(envelope.Event)))
            {
                return Task.CompletedTask;
            }

            var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, came));
            return came.Task;
        }
    }
}
