namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A change of one system that a pass of the daily tick made.</summary>
/// <param name="System">The system's name.</param>
/// <param name="SystemAddress">Its address.</param>
/// <param name="Since">When the system was last seen as it was before; the tick came between this and <paramref name="Timestamp"/>.</param>
/// <param name="Timestamp">The journal's time of the message that told of it.</param>
/// <param name="DayCount">Ticks of this system in the seven days up to this one, which counts.</param>
/// <param name="IsColony">Founded by players.</param>
/// <param name="Metrics">What changed.</param>
/// <param name="Source">Where it was told from.</param>
/// <param name="Extra">Members that another detector sent and this version does not know, as a JSON object; empty where there are none.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemTick")]
public sealed record SystemTick(
    [property: Id(0)] string System,
    [property: Id(1)] long SystemAddress,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] DateTimeOffset Timestamp,
    [property: Id(4)] int DayCount,
    [property: Id(5)] bool IsColony,
    [property: Id(6)] TickMetrics Metrics,
    [property: Id(7)] TickSource Source,
    [property: Id(8)] string Extra);
