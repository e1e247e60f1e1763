namespace Orleans;

/// <summary>What the cluster knows of a silo.</summary>
public sealed class MembershipEntry
{
    /// <summary>Which silo.</summary>
    public SiloAddress SiloAddress { get; set; } = null!;

    /// <summary>Where it is in its life.</summary>
    public SiloStatus Status { get; set; }

    /// <summary>Which silos take it for dead, and since when.</summary>
    public List<Tuple<SiloAddress, DateTime>>? SuspectTimes { get; set; }

    /// <summary>The port for clients; 0 is none.</summary>
    public int ProxyPort { get; set; }

    /// <summary>Its host.</summary>
    public string HostName { get; set; } = null!;

    /// <summary>Its name.</summary>
    public string SiloName { get; set; } = null!;

    /// <summary>When it started (UTC).</summary>
    public DateTime StartTime { get; set; }

    /// <summary>When it last said so (UTC).</summary>
    public DateTime IAmAliveTime { get; set; }
}
