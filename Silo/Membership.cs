using Orleans.Configuration;

namespace OrleansGameState.Silo;

/// <summary>How soon a lost silo is taken for dead; docs/adr/0014 has the trade-off and what was measured.</summary>
internal static class Membership
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TableAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan VoteLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DeadKept = TimeSpan.FromHours(1);
    private static readonly TimeSpan CleanUp = TimeSpan.FromMinutes(10);

    public static ISiloBuilder UseMembership(this ISiloBuilder silo, MembershipOptions options) => silo.Configure<ClusterMembershipOptions>(membership =>
    {
        // Orleans adapts the time a probe may take to those that were answered, from half of this to the longest. A silo that
        // was heard of within as many of the longest as it may miss is not voted against: where its packets vanish, that is
        // what its death waits for.
        membership.ProbeTimeout = TimeSpan.FromSeconds(options.ProbeSeconds);
        membership.MaxProbeTimeout = 2 * membership.ProbeTimeout;
        membership.NumMissedProbesLimit = options.MissedProbes;
        membership.NumVotesForDeathDeclaration = options.DeathVotes;
        membership.DeathVoteExpirationTimeout = VoteLifetime;

        // Whoever starts after all silos were killed waits until their last signs of life are three of these old.
        membership.IAmAliveTablePublishTimeout = SignOfLife;

        // Changes are gossiped; this is for who missed that.
        membership.TableRefreshTimeout = TableAge;
        membership.DefunctSiloExpiration = DeadKept;
        membership.DefunctSiloCleanupPeriod = CleanUp;
    });
}
