namespace Orleans.Configuration;

/// <summary>How silos watch each other. Without effect in one process; the defaults are those of Orleans.</summary>
public class ClusterMembershipOptions
{
    private TimeSpan? _minProbeTimeout;
    private TimeSpan? _maxProbeTimeout;

    public int NumMissedTableIAmAliveLimit { get; set; } = 3;

    public bool LivenessEnabled { get; set; } = true;

    /// <summary>How long a probe may take, and the pause between two.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan MinProbeTimeout
    {
        get => _minProbeTimeout ?? ProbeTimeout / 2;
        set => _minProbeTimeout = value;
    }

    public TimeSpan MaxProbeTimeout
    {
        get => _maxProbeTimeout ?? (ProbeTimeout > TimeSpan.MaxValue / 4 ? TimeSpan.MaxValue : ProbeTimeout * 4);
        set => _maxProbeTimeout = value;
    }

    public TimeSpan TableRefreshTimeout { get; set; } = TimeSpan.FromSeconds(60);

    public TimeSpan DeathVoteExpirationTimeout { get; set; } = TimeSpan.FromMinutes(2);

    public TimeSpan IAmAliveTablePublishTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan MaxJoinAttemptTime { get; set; } = TimeSpan.FromMinutes(5);

    public bool UseLivenessGossip { get; set; } = true;

    public int NumProbedSilos { get; set; } = 10;

    public int NumMissedProbesLimit { get; set; } = 3;

    public int NumVotesForDeathDeclaration { get; set; } = 2;

    public TimeSpan DefunctSiloExpiration { get; set; } = TimeSpan.FromDays(7);

    public TimeSpan? DefunctSiloCleanupPeriod { get; set; } = TimeSpan.FromHours(1);

    public int? MaxDefunctSiloEntries { get; set; } = 25;

    public TimeSpan LocalHealthDegradationMonitoringPeriod { get; set; } = TimeSpan.FromSeconds(10);

    public bool ExtendProbeTimeoutDuringDegradation { get; set; } = true;

    public bool EnableIndirectProbes { get; set; } = true;

    public bool EnableConnectionLivenessCheck { get; set; } = true;

    public bool EvictWhenMaxJoinAttemptTimeExceeded { get; set; } = true;
}
