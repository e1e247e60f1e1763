using System.Diagnostics.CodeAnalysis;

namespace Orleans.Hosting;

/// <summary>Moves activations between silos.</summary>
public static class ActivationRebalancerExtensions
{
    /// <summary>Accepted: with one silo there is nowhere to move to.</summary>
    [Experimental("ORLEANSEXP002")]
    public static ISiloBuilder AddActivationRebalancer(this ISiloBuilder builder) => builder;
}
