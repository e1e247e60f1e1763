namespace Orleans.Runtime;

/// <summary>How far a silo has come.</summary>
public enum SiloStatus
{
    None,
    Created,
    Joining,
    Active,
    ShuttingDown,
    Stopping,
    Dead,
}
