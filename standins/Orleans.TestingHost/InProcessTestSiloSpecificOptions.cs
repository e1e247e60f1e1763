namespace Orleans.TestingHost;

/// <summary>What one silo has for itself.</summary>
public sealed class InProcessTestSiloSpecificOptions
{
    /// <summary>The silo's name.</summary>
    public string SiloName { get; set; } = null!;
}
