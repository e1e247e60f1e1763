namespace Orleans.Dashboard;

/// <summary>What the dashboard shows.</summary>
public sealed class DashboardOptions
{
    /// <summary>Whether the live log is left out.</summary>
    public bool HideTrace { get; set; }

    /// <summary>How often the counters are read, in milliseconds.</summary>
    public int CounterUpdateIntervalMs { get; set; } = 1000;

    /// <summary>How many readings are kept.</summary>
    public int HistoryLength { get; set; } = 100;
}
