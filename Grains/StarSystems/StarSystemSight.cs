using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// When the system was last seen as it is known. A system at rest writes nothing, so this is held beside the state, in
/// memory: it tells how far back a tick may lie, and that an older observation with another content is out of date.
/// </summary>
/// <param name="LastSeen">The newest observation's time; null where none came since the activation.</param>
internal readonly record struct StarSystemSight(DateTimeOffset? LastSeen)
{
    /// <summary>When the state that is stored was last seen; null where the system was never observed.</summary>
    public DateTimeOffset? SeenLast(StarSystemState system) =>
        system.Last is not { } last ? null
        : LastSeen > last.ObservedAt ? LastSeen
        : last.ObservedAt;

    /// <summary>The sight after an observation that was not refused.</summary>
    public StarSystemSight After(Observation observation) => LastSeen >= observation.ObservedAt ? this : new(observation.ObservedAt);
}
