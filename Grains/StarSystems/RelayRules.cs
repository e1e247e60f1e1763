using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>What another detector tells is passed on as it told it, where it was not known.</summary>
internal static class RelayRules
{
    public static Decision<StarSystemEvent> Decide(StarSystemState system, SystemTick tick, DateTimeOffset now)
    {
        var refusal = Refuse(system, tick.SystemAddress, tick.System, tick.Timestamp, now) ?? RelayedTexts.Refuse(tick);
        if (refusal is not null)
        {
            return new([], [refusal]);
        }

        var told = tick with
        {
            System = TextPool.Of(tick.System),
            Since = tick.Since < tick.Timestamp ? tick.Since : tick.Timestamp,
            Source = TickSource.Relayed,
        };
        return KnownFacts.IsKnown(system, told) ? Decision<StarSystemEvent>.Nothing : Decision<StarSystemEvent>.Of(new SystemTicked(told.Timestamp, told, null, false));
    }

    public static Decision<StarSystemEvent> Decide(StarSystemState system, FactionsChanged changes, DateTimeOffset now)
    {
        var refusal = Refuse(system, changes.SystemAddress, changes.System, changes.OccurredAt, now) ?? RelayedTexts.Refuse(changes);
        return refusal is not null ? new([], [refusal])
            : KnownFacts.Unknown(system, changes) is { } news ? Decision<StarSystemEvent>.Of(news with { Source = TickSource.Relayed })
            : Decision<StarSystemEvent>.Nothing;
    }

    public static Decision<StarSystemEvent> Decide(StarSystemState system, FactionExpandedFrom expansion, DateTimeOffset now)
    {
        var refusal = Refuse(system, expansion.SystemAddress, expansion.System, expansion.OccurredAt, now) ?? RelayedTexts.Refuse(expansion);
        return refusal is not null ? new([], [refusal])
            : KnownFacts.IsKnown(system, expansion) ? Decision<StarSystemEvent>.Nothing
            : Decision<StarSystemEvent>.Of(expansion with { Source = TickSource.Relayed });
    }

    private static Rejection? Refuse(StarSystemState system, long address, string name, DateTimeOffset at, DateTimeOffset now) =>
        address != system.SystemAddress
            ? new("other-system", "systemAddress", $"{address} ({name}) was told to {system.SystemAddress}.")
            : StarSystemRules.RefuseFuture(at, "timestamp", now) ?? Names.Refuse(name, "system", "The system's name");
}
