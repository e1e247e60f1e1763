namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Asks an instance of a dynamic zone to retire where nothing was heard of it for an hour.</summary>
/// <param name="LastHeard">When anything was last heard of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.RetireIfSilent")]
public sealed record RetireIfSilent([property: Id(0)] DateTimeOffset LastHeard) : ZoneCommand;
