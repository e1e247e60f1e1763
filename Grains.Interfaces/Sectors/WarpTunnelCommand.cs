namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a tunnel can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.WarpTunnelCommand")]
public abstract record WarpTunnelCommand;
