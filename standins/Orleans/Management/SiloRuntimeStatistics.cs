using Orleans.Statistics;

namespace Orleans.Runtime;

/// <summary>How a silo is doing.</summary>
public sealed class SiloRuntimeStatistics
{
    internal SiloRuntimeStatistics(int activationCount, int recentlyUsed, EnvironmentStatistics environment, DateTime at)
    {
        ActivationCount = activationCount;
        RecentlyUsedActivationCount = recentlyUsed;
        EnvironmentStatistics = environment;
        DateTime = at;
    }

    /// <summary>How many activations it has.</summary>
    public int ActivationCount { get; }

    /// <summary>How many of them were called in the last 10 minutes.</summary>
    public int RecentlyUsedActivationCount { get; }

    /// <summary>Whether it sheds load; not in one process.</summary>
    public bool IsOverloaded { get; }

    /// <summary>Connected clients; none in one process.</summary>
    public long ClientCount { get; }

    /// <summary>CPU and memory.</summary>
    public EnvironmentStatistics EnvironmentStatistics { get; }

    /// <summary>When this was read (UTC).</summary>
    public DateTime DateTime { get; }
}
