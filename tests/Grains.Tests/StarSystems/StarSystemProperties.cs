using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;
using static OrleansGameState.Grains.Tests.StarSystems.SystemStory;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>What holds of any observations, in any order: four factions, forty minutes, few states.</summary>
public sealed class StarSystemProperties
{
    private static readonly string[] Names = ["A", "B", "C", "Gliese 9539 Co"];
    private static readonly StoredTypes Types = new(StarSystemKinds.All);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1500);

    private static readonly Gen<FactionPresence?> Presence =
        from present in Gen.Choose(0, 4)
        from influence in Gen.Choose(0, 4)
        from states in Gen.Elements("", "Boom", "War", "Boom,Retreat", "|Expansion", "||Expansion", "Election||War")
        select present == 0 ? null : Faction("", influence * 0.03m, states);

    // One journal's word a minute; what it leaves out is not generated, since it would tell of what came before.
    private static readonly Gen<Observation> Observations =
        from minute in Gen.Choose(0, 40)
        from first in Presence
        from others in Gen.ArrayOf(Presence, 3)
        from population in Gen.Choose(1, 2)
        select Seen(minute, [.. Names.Zip([first ?? Faction("", 0.1m), .. others], (name, faction) => faction is null ? null : faction with { Name = name }).OfType<FactionPresence>()]) with { Population = population };

    private static readonly Arbitrary<Observation[]> Stories = Arb.From(
        from observations in Gen.ArrayOf(Observations).Resize(12)
        select observations.DistinctBy(observation => observation.ObservedAt).ToArray(),
        observations => observations.Select((_, index) => observations.Where((_, other) => other != index).ToArray()));

    [Fact]
    public void Observation_ToldAgain_WritesNothing() => Check.One(Many, Prop.ForAll(Stories, observations =>
    {
        var story = new SystemStory();
        return observations.All(observation =>
        {
            story.See(observation);
            return story.See(observation).Events.IsEmpty && story.See(observation with { }).Events.IsEmpty;
        });
    }));

    [Fact]
    public void Observations_InAnyOrder_EndInWhatTheLatestTold() => Check.One(Many, Prop.ForAll(
        Stories,
        Arb.From(Gen.Choose(0, int.MaxValue)),
        (observations, seed) =>
        {
            var shuffled = observations.ToArray();
            new System.Random(seed).Shuffle(shuffled);
            var (sorted, told) = (After(observations.OrderBy(observation => observation.ObservedAt)), After(shuffled));
            return observations.Length == 0
                ? (told.State.Last is null).ToProperty()
                : (SameContent.Is(told.State.Last!, sorted.State.Last!) && SameContent.Is(told.State.Last!, observations.MaxBy(observation => observation.ObservedAt)!))
                    .Label($"{string.Join("; ", shuffled.Select(observation => (observation.ObservedAt - Start).TotalMinutes))} => {told.State.Last}");
        }));

    [Fact]
    public void State_IsTheFoldOfItsEvents_AsTheyAreStored() => Check.One(Many, Prop.ForAll(Stories, observations =>
    {
        var story = After(observations);
        var folded = story.Events.Aggregate(StarSystemKinds.StarSystem.Initial(StarSystemKeys.StarSystem(Address)), (state, @event) =>
        {
            var (name, json) = Types.Encode(@event);
            return StarSystemKinds.StarSystem.Apply(state, Types.Decode(StarSystemKeys.System, name, json));
        });
        return StarSystemKinds.StarSystem.Encode(folded).AsSpan().SequenceEqual(StarSystemKinds.StarSystem.Encode(story.State));
    }));

    [Fact]
    public void Tick_FollowsOnTheOneBefore() => Check.One(Many, Prop.ForAll(Stories, observations =>
    {
        var ticks = After(observations).Ticks.Select(ticked => ticked.Tick).ToArray();
        return ticks.All(tick => tick.Since < tick.Timestamp) && ticks.Zip(ticks.Skip(1)).All(pair => pair.Second.Since >= pair.First.Timestamp);
    }));

    [Fact]
    public void Indices_AreToldWhatTheStateHas() => Check.One(Many, Prop.ForAll(Stories, observations =>
    {
        var story = After(observations);
        var present = new HashSet<string>();
        foreach (var owed in story.Owed)
        {
            _ = owed.Event switch
            {
                FactionEntered entered => present.Add(entered.Faction) && owed.Target == StarSystemKeys.Faction(entered.Faction),
                FactionLeft => present.RemoveWhere(name => StarSystemKeys.Faction(name) == owed.Target) == 1,
                _ => true,
            }
                ? true
                : throw new InvalidOperationException($"{owed} was told in vain.");
        }

        return present.SetEquals((story.State.Last?.Factions ?? []).Select(faction => faction.Name));
    }));

    /// <summary>Two detectors hear of the same system, each not of everything, and one late.</summary>
    [Fact]
    public void BothSources_TellOfEachPassOnce() => Check.One(Many, Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 255)).Resize(14)), steps =>
    {
        var world = new TwoSources();
        world.Play(steps);
        var ticks = world.Ours.Ticks.Select(ticked => ticked.Tick).OrderBy(tick => tick.Timestamp).ToArray();
        return (OncePerPass(ticks, tick => tick.Metrics.TellsOfStatePass, world.StatePasses) && OncePerPass(ticks, tick => tick.Metrics.TellsOfInfPass, world.InfPasses))
            .Label(string.Join("\n", ticks.Select(tick => $"{tick.Source} {tick.Metrics.TickPass} {(tick.Since - Start).TotalMinutes}..{(tick.Timestamp - Start).TotalMinutes}")));
    }));

    [Fact]
    public void BothSources_ThatHearEverything_MissNoPass() => Check.One(Many, Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 255)).Resize(14)), steps =>
    {
        var world = new TwoSources();
        world.Play([.. steps.Select(step => (step | TwoSources.WeHear | TwoSources.TheyHear) & ~TwoSources.Late)]);
        return world.Ours.Ticks.Count() == world.Theirs.Ticks.Count();
    }));

    private static bool OncePerPass(SystemTick[] ticks, Func<SystemTick, bool> tells, int passes)
    {
        var telling = ticks.Where(tells).ToArray();
        return telling.Length <= passes && telling.Zip(telling.Skip(1)).All(pair => pair.First.Timestamp - pair.Second.Since <= KnownFacts.Rounding);
    }

    private static SystemStory After(IEnumerable<Observation> observations)
    {
        var story = new SystemStory();
        foreach (var observation in observations)
        {
            story.See(observation);
        }

        return story;
    }

    private sealed class TwoSources
    {
        public const int WeHear = 4;
        public const int TheyHear = 8;
        public const int Late = 16;

        private static readonly string[] States = ["Boom", "Bust", "War", "Outbreak", "Drought", "CivilUnrest", "Famine"];

        private readonly Queue<SystemTick> _late = new();
        private decimal _influence = 0.5m;

        public SystemStory Ours { get; } = new();

        public SystemStory Theirs { get; } = new();

        public int StatePasses { get; private set; }

        public int InfPasses { get; private set; }

        // An hour each: a state pass, an influence pass, both or neither; then the system is seen, at some second.
        public void Play(int[] steps)
        {
            for (var hour = 0; hour < steps.Length; hour++)
            {
                Pass(steps[hour]);
                var seen = Seen((hour * 60) + (steps[hour] % 61 / 60.0), Faction("A", _influence, States[StatePasses % States.Length]), Faction("B", 1 - _influence));
                var told = steps[hour] & TheyHear;
                if (told != 0 && Theirs.See(seen).Events.OfType<SystemTicked>().SingleOrDefault() is { } ticked)
                {
                    _late.Enqueue(AsTold(ticked.Tick));
                }

                if ((steps[hour] & 32) != 0)
                {
                    Hear(seen, steps[hour]);
                    Relay(steps[hour]);
                }
                else
                {
                    Relay(steps[hour]);
                    Hear(seen, steps[hour]);
                }
            }
        }

        private void Pass(int step)
        {
            StatePasses += step & 1;
            InfPasses += (step >> 1) & 1;
            _influence -= (step & 2) != 0 ? 0.01m : 0;
        }

        private void Hear(Observation seen, int step)
        {
            if ((step & WeHear) != 0)
            {
                Ours.See(seen);
            }
        }

        private void Relay(int step)
        {
            while ((step & Late) == 0 && _late.TryDequeue(out var tick))
            {
                Ours.Tell(new ReportSystemTick(tick));
            }
        }

        // The feed tells the gap in tenths of minutes.
        private static SystemTick AsTold(SystemTick tick) => tick with
        {
            Since = tick.Timestamp.AddMinutes(-Math.Round((tick.Timestamp - tick.Since).TotalMinutes, 1)),
        };
    }
}
