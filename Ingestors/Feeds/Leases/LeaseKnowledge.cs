using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>What a process knows of one lease, its own or another's.</summary>
/// <param name="Me">The name under which the process asks.</param>
internal sealed record LeaseKnowledge(string Me)
{
    /// <summary>How long a standby lets pass between claims: what a released lease takes to be passed on.</summary>
    public static readonly TimeSpan StandbyInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long after a claim that was not answered the next is made.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>The last answer; null where there was none, or the lease was given up.</summary>
    public FeedLease? Last { get; private init; }

    /// <summary>When the lease that <see cref="Last"/> tells of ends.</summary>
    public DateTimeOffset Until { get; private init; }

    /// <summary>When to claim next.</summary>
    public DateTimeOffset ClaimAt { get; private init; }

    /// <summary>How often the process came to hold the lease.</summary>
    public int Term { get; private init; }

    public bool IsHeldAt(DateTimeOffset now) => RunningAt(now)?.Holder == Me;

    /// <summary>The lease that runs, whoever's it is; null where none is known to.</summary>
    public FeedLease? RunningAt(DateTimeOffset now) => Last is not null && now < Until ? Last with { Remaining = Until - now } : null;

    /// <summary>A claim was answered.</summary>
    /// <param name="lease">The answer.</param>
    /// <param name="askedAt">When it was asked for: the process's own lease cannot have begun later, whatever the answer took.</param>
    /// <param name="now">When it came.</param>
    public LeaseKnowledge Answered(FeedLease lease, DateTimeOffset askedAt, DateTimeOffset now) => lease.Holder == Me
        ? this with
        {
            Last = lease,
            Until = askedAt + lease.Remaining,
            ClaimAt = askedAt + (lease.Remaining / 3),
            Term = IsHeldAt(now) ? Term : Term + 1,
        }
        : this with
        {
            Last = lease,
            Until = now + lease.Remaining,
            ClaimAt = now + (lease.Remaining < StandbyInterval ? lease.Remaining : StandbyInterval),
        };

    /// <summary>A claim was not answered: what was known still holds for as long as it did.</summary>
    public LeaseKnowledge Unanswered(DateTimeOffset now) => this with { ClaimAt = now + RetryInterval };

    /// <summary>The process gave its lease up.</summary>
    public LeaseKnowledge Released() => this with { Last = null };
}
