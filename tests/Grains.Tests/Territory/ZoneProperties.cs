using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

/// <summary>What holds of any facts, in any order: three facilities, twenty seconds, every source.</summary>
public sealed class ZoneProperties
{
    private static readonly Gen<Faction> Factions = Gen.Elements(Faction.VanuSovereignty, Faction.NewConglomerate, Faction.TerranRepublic);
    private static readonly Gen<int> Facility = Gen.Elements(WarpgateVs, Outpost, Tower);
    private static readonly Gen<int> Second = Gen.Choose(0, 20);

    private static readonly Gen<ZoneCommand> Controls =
        from second in Second
        from facility in Facility
        from old in Gen.OneOf(Factions, Gen.Constant(Faction.None))
        from taker in Factions
        from held in Gen.Elements(0L, 5L, 500L)
        select (ZoneCommand)Control(second, facility, old, taker, held);

    // A poll's own time is finer than a second.
    private static readonly Gen<ZoneCommand> Polls =
        from tenths in Gen.Choose(0, 220)
        from facility in Facility
        from owner in Factions
        from lag in Gen.Elements(0, 2)
        select (ZoneCommand)PollOf(tenths / 10.0, facility, owner, lag);

    private static readonly Gen<ZoneCommand> Captures =
        from second in Second
        from facility in Facility
        from factions in Gen.ArrayOf(Gen.OneOf(Factions, Gen.Constant(Faction.NsOperatives))).Resize(4)
        select (ZoneCommand)Players(second, facility, factions);

    private static readonly Arbitrary<ZoneCommand[]> Facts = Arb.From(
        from facts in Gen.ArrayOf(Gen.OneOf(Controls, Polls, Captures)).Resize(14)
        select Distinct(facts),
        facts => facts.Select((_, index) => facts.Where((_, other) => other != index).ToArray()));

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void Facts_InAnyOrder_EndInTheSameOwnership() => Check.One(Many, Prop.ForAll(
        Facts,
        Arb.From(Gen.Choose(0, int.MaxValue)),
        (facts, seed) => Same(facts, Shuffled(facts, seed))));

    [Fact]
    public void Facts_DeliveredTwiceInAnyOrder_EndInTheSameOwnership() => Check.One(Many, Prop.ForAll(
        Facts,
        Arb.From(Gen.Choose(0, int.MaxValue)),
        (facts, seed) => Same(facts, Shuffled([.. facts, .. facts], seed))));

    [Fact]
    public void Fact_ToldAgainAtOnce_ChangesNothing() => Check.One(Many, Prop.ForAll(Facts, facts =>
    {
        var story = WithMap();
        return facts.All(fact =>
        {
            story.Tell(fact);
            return story.Tell(fact).Events.IsEmpty;
        });
    }));

    [Fact]
    public void State_IsTheFoldOfItsEvents() => Check.One(Many, Prop.ForAll(Facts, facts =>
    {
        var story = After(facts);
        var folded = story.Events.Aggregate(ZoneState.Initial("ps2/10/2"), (state, @event) => state.Apply(@event));
        return Owners(folded) == Owners(story.State) && folded.Status == story.State.Status && folded.LockedBy == story.State.LockedBy;
    }));

    private static Property Same(ZoneCommand[] facts, ZoneCommand[] others)
    {
        var (first, second) = (Owners(After(facts)), Owners(After(others)));
        return (first == second).Label($"{string.Join("; ", facts.Select(Describe))} => {first}\n{string.Join("; ", others.Select(Describe))} => {second}");
    }

    private static string Describe(ZoneCommand fact) => fact switch
    {
        ReportMap poll => $"poll {poll.Owners[0]} at {(poll.RequestedAt - Start).TotalSeconds - poll.CacheLagSeconds}",
        ReportPlayerCaptures captures => $"players {captures.FacilityId} {string.Join('/', captures.Characters.Select(character => character.Faction))} at {(captures.Timestamp - Start).TotalSeconds}",
        ReportFacilityControl control => $"control {control.FacilityId} {control.OldFaction}>{control.NewFaction} at {(control.Timestamp - Start).TotalSeconds}",
        _ => fact.ToString(),
    };

    private static ZoneStory After(IEnumerable<ZoneCommand> facts)
    {
        var story = WithMap();
        foreach (var fact in facts)
        {
            story.Tell(fact);
        }

        return story;
    }

    private static string Owners(ZoneStory story) => Owners(story.State);

    private static string Owners(ZoneState state) => string.Join(' ', state.Facilities.Select(facility => $"{facility.Key}:{facility.Value.Owner}"));

    private static ZoneCommand[] Shuffled(ZoneCommand[] facts, int seed)
    {
        var shuffled = facts.ToArray();
        new System.Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    // One service answers once at one instant, and the ingestor reports the players of one capture's second once.
    private static ZoneCommand[] Distinct(ZoneCommand[] facts) => [.. facts.DistinctBy(fact => fact switch
    {
        ReportMap poll => ("poll", poll.Owners[0].RegionId, poll.RequestedAt.AddSeconds(-poll.CacheLagSeconds), ""),
        ReportPlayerCaptures captures => ("players", captures.FacilityId, captures.Timestamp, ""),
        ReportFacilityControl control => ("control", control.FacilityId, control.Timestamp, $"{control.OldFaction}{control.NewFaction}"),
        _ => ("", 0, default, ""),
    })];
}
