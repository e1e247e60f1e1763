namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// How long the callers of what a grain answers from memory wait. Nothing answers a call that was on its way to a silo
/// which was killed, and the usual 30 s would hide that from a caller who could ask again. Commands and reads of history
/// wait for the store and keep the usual time: giving up on those would tell nothing.
/// </summary>
public static class QuickReads
{
    /// <summary>As <see cref="ResponseTimeoutAttribute"/> takes it.</summary>
    public const string Timeout = "00:00:05";
}
