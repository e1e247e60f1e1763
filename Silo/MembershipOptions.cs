namespace OrleansGameState.Silo;

/// <summary>Settings under <c>Cluster</c> that only silos have.</summary>
internal sealed class MembershipOptions
{
    public const string Section = ClusterOptions.Section;

    /// <summary>How often silos probe each other, and how long an answer may take at first; 0.5 to 60 seconds.</summary>
    public double ProbeSeconds { get; set; } = 1;

    /// <summary>Probes in a row that a silo may miss before one votes for its death; 1 to 10.</summary>
    public int MissedProbes { get; set; } = 3;

    /// <summary>Votes for a silo's death; 1 to 10. Fewer are needed where fewer silos are left.</summary>
    public int DeathVotes { get; set; } = 2;
}
