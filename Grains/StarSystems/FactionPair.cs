using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>A faction before and after; null where it was not there.</summary>
internal readonly record struct FactionPair(FactionPresence? Before, FactionPresence? After)
{
    /// <summary>Pairs by name, in ordinal order.</summary>
    /// <param name="before">By name in ordinal order, each name once.</param>
    /// <param name="after">Likewise; an <see cref="ArgumentException"/> where it is not.</param>
    public static List<FactionPair> Of(ImmutableArray<FactionPresence> before, ImmutableArray<FactionPresence> after)
    {
        var pairs = new List<FactionPair>(Math.Max(before.Length, after.Length));
        var next = 0;
        for (var index = 0; index < after.Length; index++)
        {
            if (index > 0 && string.CompareOrdinal(after[index - 1].Name, after[index].Name) >= 0)
            {
                throw new ArgumentException($"'{after[index].Name}' comes after '{after[index - 1].Name}': factions are told by name in ordinal order, each once.", nameof(after));
            }

            for (; next < before.Length && string.CompareOrdinal(before[next].Name, after[index].Name) < 0; next++)
            {
                pairs.Add(new(before[next], null));
            }

            pairs.Add(new(next < before.Length && before[next].Name == after[index].Name ? before[next++] : null, after[index]));
        }

        for (; next < before.Length; next++)
        {
            pairs.Add(new(before[next], null));
        }

        return pairs;
    }
}
