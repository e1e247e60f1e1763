namespace Orleans.Standin;

/// <summary>The silo that a test cluster's client calls.</summary>
internal sealed record ConnectedSilo(SiloRuntime Runtime);
