using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>What an entity must tell another of one of its events. One event owes each target once.</summary>
/// <param name="Target">The key of the entity that is owed.</param>
/// <param name="Event">What it must learn.</param>
public readonly record struct Owed(string Target, EntityEvent Event);
