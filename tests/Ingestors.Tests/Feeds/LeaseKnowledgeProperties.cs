using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Feeds;
using OrleansGameState.Grains.Interfaces.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Tests.Feeds;

/// <summary>What processes believe of one lease, whatever time their questions and answers take.</summary>
public sealed class LeaseKnowledgeProperties
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<TimeSpan> Delay = Gen.Choose(0, 40).Select(tenths => TimeSpan.FromSeconds(tenths / 10.0));

    private static readonly Gen<(int Process, TimeSpan Before, TimeSpan There, TimeSpan Back, bool IsLost)> Claim =
        from process in Gen.Choose(0, 2)
        from before in Delay
        from there in Delay
        from back in Delay
        from isLost in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (process, before, there, back, isLost);

    [Fact]
    public void Lease_IsBelievedToBeTheirsByOneAtMost() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
        Arb.From(Gen.ArrayOf(Claim).Resize(40)),
        claims =>
        {
            LeaseKnowledge[] processes = [new("a"), new("b"), new("c")];
            FeedLeaseState? state = null;
            var now = Start;
            return claims.All(claim =>
            {
                var askedAt = now += claim.Before;
                var process = processes[claim.Process];
                now += claim.There;
                state = FeedLeaseRules.Claim(state, process.Me, process.RunningAt(askedAt), Lease, now);
                var answer = new FeedLease(state.Holder!, state.Since, state.Until - now);
                now += claim.Back;
                processes[claim.Process] = claim.IsLost ? process.Unanswered(now) : process.Answered(answer, askedAt, now);
                return processes.Count(known => known.IsHeldAt(now)) <= 1
                    && processes[claim.Process].ClaimAt <= now + (Lease / 3);
            });
        }));
}
