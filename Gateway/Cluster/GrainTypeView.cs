namespace OrleansGameState.Gateway.Cluster;

/// <summary>Activations of a grain type.</summary>
/// <param name="Grain">The class.</param>
/// <param name="IsOwn">False for Orleans' own.</param>
/// <param name="Total">In all silos that answered.</param>
/// <param name="BySilo">By the silo's address.</param>
internal sealed record GrainTypeView(string Grain, bool IsOwn, int Total, IReadOnlyDictionary<string, int> BySilo);
