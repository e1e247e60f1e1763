using FsCheck;
using FsCheck.Fluent;

namespace OrleansGameState.Grains.Tests.Feeds;

/// <summary>What holds of any processes that ask for a lease, at any times.</summary>
public sealed class FeedLeaseProperties
{
    private const string Holder = "holder";
    private const string Standby = "standby";

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly Gen<TimeSpan> Pause = Gen.Choose(0, 60).Select(tenths => TimeSpan.FromSeconds(tenths / 10.0));

    private static readonly Gen<(string Process, string Act, TimeSpan Before)> Step =
        from process in Gen.Elements("a", "b", "c")
        from act in Gen.Frequency((8, Gen.Constant("claim")), (1, Gen.Constant("release")), (1, Gen.Constant("lose")))
        from before in Pause
        select (process, act, before);

    private static readonly Arbitrary<(string Process, string Act, TimeSpan Before)[]> Steps = Arb.From(
        Gen.ArrayOf(Step).Resize(40),
        steps => steps.Select((_, index) => steps.Where((_, other) => other != index).ToArray()));

    [Fact]
    public void Lease_IsHeldByOneAtMost() => Check.One(Many, Prop.ForAll(Steps, steps =>
    {
        var story = new LeaseStory();
        return steps.All(step =>
        {
            Take(story, step);
            return story.Holders <= 1;
        });
    }));

    [Fact]
    public void Lease_OfADeadHolder_PassesOnWithinItsTimeAndOneClaim_WhateverActivationIsLost() => Check.One(Many, Prop.ForAll(
        Steps,
        Arb.From(Gen.Choose(1, 33)),
        Arb.From(Gen.Choose(0, 140)),
        (steps, tenths, lostAt) =>
        {
            var story = new LeaseStory();
            Array.ForEach(steps, step => Take(story, step));
            var interval = TimeSpan.FromSeconds(tenths / 10.0);
            var died = story.Now;
            story.Claim(Standby);
            for (var isLost = false; !story.Holds(Standby); story.Claim(Standby))
            {
                story.Wait(interval);
                if (!isLost && story.Now - died >= TimeSpan.FromSeconds(lostAt / 10.0))
                {
                    isLost = true;
                    story.LoseActivation();
                }
            }

            return story.Now - died <= LeaseStory.Lease + interval && story.Now - died <= TimeSpan.FromSeconds(15);
        }));

    // Of an activation that lives: where it is lost right after, who has not heard of the release may bring the lease back
    // for what was left of it.
    [Fact]
    public void Lease_ThatIsReleased_PassesOnAtOnce() => Check.One(Many, Prop.ForAll(Steps, steps =>
    {
        var story = new LeaseStory();
        Array.ForEach(steps.Where(step => step.Act != "lose").ToArray(), step => Take(story, step));
        foreach (var process in new[] { "a", "b", "c" })
        {
            story.Release(process);
        }

        return story.Claim(Standby).Holder == Standby;
    }));

    [Fact]
    public void Holder_WhoseActivationIsLost_KeepsItsLeaseFromWhomeverKnewOfIt() => Check.One(Many, Prop.ForAll(
        Arb.From(Gen.Choose(0, 99)),
        Arb.From(Gen.ArrayOf(Gen.Elements(Holder, Standby)).Resize(8)),
        (tenths, claims) =>
        {
            var story = new LeaseStory();
            var before = story.Claim(Holder);
            story.Claim(Standby);
            story.Wait(TimeSpan.FromSeconds(tenths / 10.0));
            story.LoseActivation();
            return claims.All(claimer => story.Claim(claimer) is var lease && (lease.Holder, lease.Since) == (Holder, before.Since));
        }));

    [Fact]
    public void FirstProcess_IsGrantedTheLeaseAtOnce() => Assert.Equal(Holder, new LeaseStory().Claim(Holder).Holder);

    [Fact]
    public void Holder_ThatClaimsTooLate_HoldsItSinceThen()
    {
        var story = new LeaseStory();
        var before = story.Claim(Holder);
        story.Wait(LeaseStory.Lease);

        Assert.Equal(before.Since + LeaseStory.Lease, story.Claim(Holder).Since);
    }

    private static void Take(LeaseStory story, (string Process, string Act, TimeSpan Before) step)
    {
        story.Wait(step.Before);
        switch (step.Act)
        {
            case "claim":
                story.Claim(step.Process);
                break;
            case "release":
                story.Release(step.Process);
                break;
            default:
                story.LoseActivation();
                break;
        }
    }
}
