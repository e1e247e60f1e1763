namespace Orleans.Statistics;

/// <summary>CPU and memory of a process. Here they are read when asked for and not filtered; the CPU's part is not measured.</summary>
public readonly struct EnvironmentStatistics
{
    /// <summary>0 to 100; 0 here.</summary>
    public readonly float FilteredCpuUsagePercentage;

    /// <summary>Used by the process.</summary>
    public readonly long FilteredMemoryUsageBytes;

    /// <summary>Left for it.</summary>
    public readonly long FilteredAvailableMemoryBytes;

    /// <summary>All it could have.</summary>
    public readonly long MaximumAvailableMemoryBytes;

    internal EnvironmentStatistics(long used, long maximum)
    {
        FilteredMemoryUsageBytes = used;
        FilteredAvailableMemoryBytes = Math.Max(maximum - used, 0);
        MaximumAvailableMemoryBytes = maximum;
    }
}
