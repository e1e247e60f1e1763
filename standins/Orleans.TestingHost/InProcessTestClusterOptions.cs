using Microsoft.Extensions.Hosting;

namespace Orleans.TestingHost;

/// <summary>What a test cluster is made of.</summary>
public sealed class InProcessTestClusterOptions
{
    /// <summary>The cluster's name.</summary>
    public string ClusterId { get; set; } = null!;

    /// <summary>The service's name.</summary>
    public string ServiceId { get; set; } = null!;

    /// <summary>Whether there is a client.</summary>
    public bool InitializeClientOnDeploy { get; set; }

    /// <summary>How many silos; 1 in this build.</summary>
    public short InitialSilosCount { get; set; }

    /// <summary>Whether hosts log to files; this build has no such log.</summary>
    public bool ConfigureFileLogging { get; set; } = true;

    /// <summary>Configure the silo's host, in order.</summary>
    public List<Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder>> SiloHostConfigurationDelegates { get; } = [];

    /// <summary>Configure the client's host, in order.</summary>
    public List<Action<IHostApplicationBuilder>> ClientHostConfigurationDelegates { get; } = [];
}
