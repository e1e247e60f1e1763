namespace OrleansGameState.Gateway;

/// <summary>Settings under <c>Gateway:RateLimit</c>; they hold for each remote address, never for loopback.</summary>
internal sealed class RateLimitSettings
{
    public bool Enabled { get; set; } = true;

    /// <summary>Reads a second in the long run; 1 to 1,000,000.</summary>
    public int PermitsPerSecond { get; set; } = 50;

    /// <summary>Reads at once; 1 to 1,000,000.</summary>
    public int Burst { get; set; } = 200;
}
