using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>The directory learns of a world with its first event, and of its name.</summary>
internal static class WorldDirectoryRules
{
    public static Decision<WorldDirectoryEvent> Decide(WorldDirectoryState directory, EntityEvent told) =>
        told is WorldListed listed && (!directory.Worlds.TryGetValue(listed.WorldId, out var name) || name != listed.Name)
            ? Decision<WorldDirectoryEvent>.Of(listed)
            : Decision<WorldDirectoryEvent>.Nothing;

    /// <summary>What a world owes the directory for an event.</summary>
    public static EntityEvent? OwedBy(WorldState before, WorldState after, WorldEvent @event) =>
        before.Name != after.Name || IsNew(before) ? new WorldListed(@event.OccurredAt, after.WorldId, after.Name) : null;

    private static bool IsNew(WorldState world) => world is { Name: "", Online: null, DegradedSince: null, Zones.IsEmpty: true };
}
