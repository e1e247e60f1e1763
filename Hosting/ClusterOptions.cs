using OrleansGameState.Hosting.Tls;

namespace OrleansGameState.Hosting;

/// <summary>Settings under <c>Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Which cluster this process is part of; two clusters may share a database.</summary>
    public string ClusterId { get; set; } = "gamestate";

    /// <summary>Whose reminders and stored grain states these are; it outlives clusters.</summary>
    public string ServiceId { get; set; } = "gamestate";

    /// <summary>How silos and clients find each other.</summary>
    public Clustering Clustering { get; set; } = Clustering.Auto;

    /// <summary>The IP address that this silo listens on and that others reach it at; <c>auto</c> is that of this host's name.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Orleans' silo-to-silo port; two silos on one machine need different ones.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>Orleans' client-to-silo port.</summary>
    public int GatewayPort { get; set; } = 30000;

    public ClusterTlsOptions Tls { get; set; } = new();
}
