using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Tests;

/// <summary>Hears what one entity commits, so that a test can wait for what others cause in it.</summary>
internal sealed class Listener : IEntityObserver
{
    private readonly Lock _lock = new();
    private readonly List<EntityEvent> _heard = [];
    private readonly List<(Func<EntityEvent, bool> IsIt, TaskCompletionSource Reached)> _waiting = [];

    public static async Task<Listener> Of(GatewayHost host, IEntityGrain entity)
    {
        var listener = new Listener();
        await entity.Watch(host.Services.GetRequiredService<IObserverReferences>().Create(listener));
        return listener;
    }

    public void OnCommitted(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            _heard.AddRange(events.Select(envelope => envelope.Event));
            foreach (var (_, reached) in _waiting.Where(waiting => _heard.Any(waiting.IsIt)))
            {
                reached.TrySetResult();
            }
        }
    }

    /// <summary>Done once such an event was committed.</summary>
    public Task Hears<TEvent>(Func<TEvent, bool> isIt)
        where TEvent : EntityEvent
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_heard.OfType<TEvent>().Any(isIt))
            {
                reached.SetResult();
            }

            _waiting.Add((heard => heard is TEvent fact && isIt(fact), reached));
            return reached.Task.WaitAsync(GatewayHost.Patience);
        }
    }
}
