using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Names of factions that left a system and that came to it, in ordinal order.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionChangeSet")]
public sealed record FactionChangeSet(
    [property: Id(0)] ImmutableArray<string> Retreated,
    [property: Id(1)] ImmutableArray<string> Arrived)
{
    public static readonly FactionChangeSet None = new([], []);

    [JsonIgnore]
    public bool IsEmpty => Retreated.IsEmpty && Arrived.IsEmpty;
}
