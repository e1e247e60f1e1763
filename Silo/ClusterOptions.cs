namespace OrleansGameState.Silo;

/// <summary>Settings under <c>Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Orleans' silo-to-silo port on loopback; two processes on one machine need different ones.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>Orleans' client-to-silo port on loopback.</summary>
    public int GatewayPort { get; set; } = 30000;
}
