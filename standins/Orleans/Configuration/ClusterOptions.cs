namespace Orleans.Configuration;

/// <summary>Who this process is part of.</summary>
public class ClusterOptions
{
    public const string DefaultClusterId = "default";
    public const string DefaultServiceId = "default";

    /// <summary>The cluster's name.</summary>
    public string ClusterId { get; set; } = DefaultClusterId;

    /// <summary>The service's name; it outlives clusters.</summary>
    public string ServiceId { get; set; } = DefaultServiceId;
}
