using System.Collections.Frozen;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Types of sectors that mean something to the rules; a map may name any other.</summary>
public static class SectorTypes
{
    /// <summary>Of a sector of which nothing else is known.</summary>
    public const string Standard = "STANDARD";

    /// <summary>Those that are a hazard to whoever enters.</summary>
    public static readonly FrozenSet<string> Hazards = FrozenSet.Create(StringComparer.Ordinal, "BLACK_HOLE", "NEBULA", "ASTEROID_FIELD", "WORMHOLE");
}
