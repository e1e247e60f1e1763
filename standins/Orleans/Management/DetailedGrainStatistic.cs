namespace Orleans.Runtime;

/// <summary>One activation.</summary>
public sealed class DetailedGrainStatistic
{
    /// <summary>The class: full name, comma, assembly.</summary>
    public string GrainType { get; init; } = null!;

    /// <summary>Where it is.</summary>
    public SiloAddress SiloAddress { get; init; } = null!;

    /// <summary>Of which grain.</summary>
    public GrainId GrainId { get; init; }
}
