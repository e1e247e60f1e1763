namespace OrleansGameState.Silo;

/// <summary>Where a cluster's activations are; docs/adr/0021 has what was measured.</summary>
internal static class Placement
{
    /// <summary>Has a silo that joined take over activations of the others, instead of new ones alone.</summary>
    public static ISiloBuilder UseRebalancing(this ISiloBuilder silo) =>
#pragma warning disable ORLEANSEXP002 // Its shape may change with the next version of Orleans, which is named in one place and one line here.
        silo.AddActivationRebalancer();
#pragma warning restore ORLEANSEXP002
}
