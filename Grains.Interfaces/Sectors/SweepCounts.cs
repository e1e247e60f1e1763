using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>How many things a sweep did.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SweepCounts")]
public sealed record SweepCounts(
    [property: Id(0)] int Swept,
    [property: Id(1)] int Healed,
    [property: Id(2)] int Strays,
    [property: Id(3)] int Ships,
    [property: Id(4)] int Reservations)
{
    [JsonIgnore]
    public bool IsNothing => Swept + Healed + Strays + Ships + Reservations == 0;
}
