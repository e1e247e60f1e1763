namespace Orleans.Runtime;

/// <summary>What follows from a status.</summary>
public static class SiloStatusExtensions
{
    /// <summary>Whether the silo is leaving or gone.</summary>
    public static bool IsTerminating(this SiloStatus siloStatus) =>
        siloStatus is SiloStatus.ShuttingDown or SiloStatus.Stopping or SiloStatus.Dead;
}
