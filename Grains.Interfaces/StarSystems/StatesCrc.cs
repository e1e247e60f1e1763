using System.Collections.Immutable;
using System.Numerics;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>CRC-32C over the active states of a system's factions. It is stored, so that what it is of never changes.</summary>
public static class StatesCrc
{
    /// <summary>The same for the same factions with the same states; a faction without an active state makes no difference.</summary>
    /// <param name="factions">By name in ordinal order, states likewise.</param>
    public static uint Of(ImmutableArray<FactionPresence> factions)
    {
        var crc = uint.MaxValue;
        foreach (var faction in factions)
        {
            if (faction.ActiveStates.IsDefaultOrEmpty)
            {
                continue;
            }

            crc = Add(crc, faction.Name, '\n');
            foreach (var state in faction.ActiveStates)
            {
                crc = Add(crc, state, ' ');
            }
        }

        return ~crc;
    }

    private static uint Add(uint crc, string text, char end)
    {
        foreach (var character in text)
        {
            crc = BitOperations.Crc32C(crc, character);
        }

        return BitOperations.Crc32C(crc, end);
    }
}
