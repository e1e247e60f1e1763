namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The push service told whether the world's own service is online.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportOnline")]
public sealed record ReportOnline(
    [property: Id(0)] bool Online,
    [property: Id(1)] DateTimeOffset At) : WorldCommand;
