namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// Answers from the silo that is asked: one that another silo's death cannot silence. Every silo has its own. The primary
/// key is <see cref="Key"/>.
/// </summary>
[Alias("ISiloPulseGrain")]
public interface ISiloPulseGrain : IGrainWithStringKey
{
    /// <summary>The one key.</summary>
    const string Key = "pulse";

    /// <summary>Returns.</summary>
    [Alias("Beat")]
    ValueTask Beat();
}
