namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Whether a world's stream can be trusted. A stream can be dead while its world reports online, so that only its events
/// tell: none for six minutes is degraded, two minutes with events is healthy again.
/// </summary>
/// <param name="IsHealthy">The judgement.</param>
/// <param name="Since">When that began.</param>
/// <param name="LastEventAt">The last event, or the start.</param>
/// <param name="RecoveringSince">The first event after the silence; null where it is healthy, or still silent.</param>
internal sealed record WorldHealth(bool IsHealthy, DateTimeOffset Since, DateTimeOffset LastEventAt, DateTimeOffset? RecoveringSince)
{
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(6);
    public static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    /// <summary>False for who has not heard enough yet to tell others.</summary>
    public bool IsProven => !IsHealthy || LastEventAt - Since >= Recovery;

    /// <summary>A world that nothing is held against yet.</summary>
    public static WorldHealth StartedAt(DateTimeOffset now) => new(true, now, now, null);

    /// <summary>After an event of the world.</summary>
    public WorldHealth Heard(DateTimeOffset now)
    {
        if (now < LastEventAt)
        {
            return this;
        }

        // A pause as long as the recovery begins it anew.
        var recovering = IsHealthy ? null : RecoveringSince is { } since && now - LastEventAt < Recovery ? since : (DateTimeOffset?)now;
        return (this with { LastEventAt = now, RecoveringSince = recovering }).At(now);
    }

    /// <summary>After nothing but time.</summary>
    public WorldHealth At(DateTimeOffset now) => IsHealthy switch
    {
        true when now - LastEventAt >= Silence => new(false, LastEventAt, LastEventAt, null),
        false when RecoveringSince is { } since && LastEventAt - since >= Recovery => new(true, since, LastEventAt, null),
        _ => this,
    };
}
