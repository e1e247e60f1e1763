using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Whether an observation can be one: its texts can be stored, and shares are shares.</summary>
internal static class ObservedFields
{
    /// <summary>What the observation is refused with; null where it can be stored.</summary>
    public static Rejection? Refuse(Observation observation)
    {
        var refusal = Names.Refuse(observation.Name, "observation.name", "The system's name")
            ?? JsonText.Refuse(observation.ControllingFaction, "observation.controllingFaction", "The controlling faction's name")
            ?? JsonText.Refuse(observation.Allegiance, "observation.allegiance", "The system's allegiance")
            ?? JsonText.Refuse(observation.Government, "observation.government", "The system's government")
            ?? JsonText.Refuse(observation.Economy, "observation.economy", "The system's economy")
            ?? JsonText.Refuse(observation.Security, "observation.security", "The system's security");
        foreach (var faction in observation.Factions.IsDefault ? [] : observation.Factions)
        {
            refusal ??= Refuse(faction);
        }

        foreach (var conflict in observation.Conflicts.IsDefault ? [] : observation.Conflicts)
        {
            refusal ??= Refuse(conflict);
        }

        return refusal;
    }

    private static Rejection? Refuse(FactionPresence faction) =>
        Names.Refuse(faction.Name, "observation.factions.name", "A faction's name")
        ?? (faction.Influence is >= 0 and <= 1 ? null : new Rejection("influence", "observation.factions.influence", $"{faction.Name} has {faction.Influence} of the influence; a share is from 0 to 1."))
        ?? JsonText.Refuse(faction.State, "observation.factions.state", "A faction's state")
        ?? JsonText.Refuse(faction.Government, "observation.factions.government", "A faction's government")
        ?? JsonText.Refuse(faction.Allegiance, "observation.factions.allegiance", "A faction's allegiance")
        ?? JsonText.Refuse(faction.Happiness, "observation.factions.happiness", "A faction's happiness")
        ?? Refuse(faction.ActiveStates, "observation.factions.activeStates")
        ?? Refuse(faction.PendingStates, "observation.factions.pendingStates")
        ?? Refuse(faction.RecoveringStates, "observation.factions.recoveringStates");

    private static Rejection? Refuse(Conflict conflict) =>
        JsonText.Refuse(conflict.WarType, "observation.conflicts.warType", "A conflict's kind")
        ?? JsonText.Refuse(conflict.Status, "observation.conflicts.status", "A conflict's status")
        ?? Refuse(conflict.First, "observation.conflicts.first")
        ?? Refuse(conflict.Second, "observation.conflicts.second");

    private static Rejection? Refuse(ConflictSide side, string field) =>
        JsonText.Refuse(side.Faction, field, "A faction in conflict") ?? JsonText.Refuse(side.Stake, field, "What is at stake");

    private static Rejection? Refuse(ImmutableArray<string> states, string field)
    {
        foreach (var state in states.IsDefault ? [] : states)
        {
            if (JsonText.Refuse(state, field, "A faction's state") is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
