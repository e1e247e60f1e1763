namespace Orleans.Runtime;

/// <summary>How many activations of a class a silo has.</summary>
public sealed class SimpleGrainStatistic
{
    /// <summary>The class: full name, comma, assembly.</summary>
    public string GrainType { get; init; } = null!;

    /// <summary>Which silo.</summary>
    public SiloAddress SiloAddress { get; init; } = null!;

    /// <summary>How many.</summary>
    public int ActivationCount { get; init; }
}
