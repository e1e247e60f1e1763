namespace OrleansGameState.Grains.Entities;

/// <summary>Settings under <c>Entities</c>.</summary>
public sealed class EntityOptions
{
    public const string Section = "Entities";

    /// <summary>How long a watch holds without renewal, in seconds; 5 to 600.</summary>
    public int WatchLeaseSeconds { get; set; } = 30;

    public TimeSpan WatchLease => TimeSpan.FromSeconds(WatchLeaseSeconds);
}
