using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>What a kernel decided: the events to commit, and what it refused. Neither means a repeat, or nothing new.</summary>
public readonly record struct Decision<TEvent>(ImmutableArray<TEvent> Events, ImmutableArray<Rejection> Rejections)
    where TEvent : EntityEvent
{
    public static Decision<TEvent> Nothing => new([], []);

    public static Decision<TEvent> Of(params ImmutableArray<TEvent> events) => new(events, []);

    public static Decision<TEvent> Reject(string code, string field, string message) => new([], [new(code, field, message)]);
}
