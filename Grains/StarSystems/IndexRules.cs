using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>The indices: which systems bear a name, and in which a faction is. Systems owe them what changes.</summary>
internal static class IndexRules
{
    public static Decision<MinorFactionEvent> Decide(MinorFactionState faction, EntityEvent told) => told switch
    {
        FactionEntered entered when faction.Name != entered.Faction || !faction.Systems.TryGetValue(entered.SystemAddress, out var system) || system != entered.System
            => Decision<MinorFactionEvent>.Of(entered),
        FactionLeft left when faction.Systems.ContainsKey(left.SystemAddress) => Decision<MinorFactionEvent>.Of(left),
        _ => Decision<MinorFactionEvent>.Nothing,
    };

    public static Decision<SystemNameEvent> Decide(SystemNameState name, EntityEvent told) => told switch
    {
        NameTaken taken when name.Name != taken.Name || !name.Systems.Contains(taken.SystemAddress) => Decision<SystemNameEvent>.Of(taken),
        NameGivenUp given when name.Systems.Contains(given.SystemAddress) => Decision<SystemNameEvent>.Of(given),
        _ => Decision<SystemNameEvent>.Nothing,
    };

    /// <summary>What a system owes the indices for an event; one intent a target at most, since a target takes one an event.</summary>
    public static void AddOwed(ImmutableArray<Owed>.Builder owed, StarSystemState before, StarSystemState after, DateTimeOffset occurredAt)
    {
        var (oldName, newName) = (before.Name, after.Name);
        if (oldName != newName)
        {
            AddName(owed, after.SystemAddress, oldName, newName, occurredAt);
        }

        var (oldFactions, newFactions) = (before.Last?.Factions ?? [], after.Last?.Factions ?? []);
        if (oldFactions == newFactions && oldName == newName)
        {
            return;
        }

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var faction in newFactions)
        {
            var key = StarSystemKeys.Faction(faction.Name);
            if (present.Add(key) && (oldName != newName || !Has(oldFactions, faction.Name)))
            {
                owed.Add(new(key, new FactionEntered(occurredAt, faction.Name, after.SystemAddress, newName)));
            }
        }

        foreach (var faction in oldFactions)
        {
            var key = StarSystemKeys.Faction(faction.Name);
            if (present.Add(key))
            {
                owed.Add(new(key, new FactionLeft(occurredAt, after.SystemAddress)));
            }
        }
    }

    private static void AddName(ImmutableArray<Owed>.Builder owed, long address, string oldName, string newName, DateTimeOffset occurredAt)
    {
        var key = StarSystemKeys.Name(newName);
        owed.Add(new(key, new NameTaken(occurredAt, newName, address)));
        if (oldName.Length > 0 && StarSystemKeys.Name(oldName) is var old && old != key)
        {
            owed.Add(new(old, new NameGivenUp(occurredAt, address)));
        }
    }

    private static bool Has(ImmutableArray<FactionPresence> factions, string name)
    {
        foreach (var faction in factions)
        {
            if (faction.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
