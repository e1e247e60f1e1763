namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// An entity's state: an immutable value of plain data that serialises to JSON. <see cref="Apply"/> is the only way it
/// changes, so that the state is the fold of its events.
/// </summary>
public interface IEntityState<TSelf, TEvent>
    where TSelf : class, IEntityState<TSelf, TEvent>
    where TEvent : EntityEvent
{
    /// <summary>The state of an entity nothing was told of yet.</summary>
    /// <param name="key">The grain key; an <see cref="ArgumentException"/> where it is not one of this system.</param>
    static abstract TSelf Initial(string key);

    /// <summary>The state after <paramref name="event"/>. Total: any event of the family in any state gives a state.</summary>
    TSelf Apply(TEvent @event);
}
