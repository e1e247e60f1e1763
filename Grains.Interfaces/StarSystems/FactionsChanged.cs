using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Factions came to a system or left it.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="System">The system's name.</param>
/// <param name="SystemAddress">Its address.</param>
/// <param name="IsColony">Founded by players.</param>
/// <param name="FactionChanges">Who.</param>
/// <param name="Source">Where it was told from.</param>
/// <param name="Extra">Unknown members that another detector sent, as a JSON object; empty where there are none.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionsChanged")]
public sealed record FactionsChanged(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string System,
    [property: Id(1)] long SystemAddress,
    [property: Id(2)] bool IsColony,
    [property: Id(3)] FactionChangeSet FactionChanges,
    [property: Id(4)] TickSource Source,
    [property: Id(5)] string Extra) : StarSystemEvent(OccurredAt), IAnnounced;
