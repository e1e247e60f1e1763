using OrleansGameState.Grains.Interfaces.StarSystems;
using static OrleansGameState.Grains.Tests.StarSystems.SystemStory;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class StarSystemRulesTests
{
    [Fact]
    public void FirstObservation_IsNoTick()
    {
        var story = new SystemStory();

        var told = Assert.Single(story.See(Seen(0, Faction("A", 0.6m, "War"), Faction("B", 0.4m))).Events);

        Assert.Equal(Start, Assert.IsType<SystemObserved>(told).OccurredAt);
        Assert.Equal(["A", "B"], story.State.Last!.Factions.Select(faction => faction.Name));
        Assert.Null(story.State.LastTick);
    }

    [Fact]
    public void SameObservationLater_WritesNothing_AndMovesTheSight()
    {
        var story = Seen0();

        Assert.Empty(story.See(Seen(60, Faction("A", 0.60m, "Boom"), Faction("B", 0.4m))).Events);

        Assert.Equal(Start, story.State.Last!.ObservedAt);
        Assert.Equal(Start.AddMinutes(60), story.Sight.LastSeen);
    }

    [Fact]
    public void Difference_ThatIsNoTick_IsObserved()
    {
        var story = Seen0();

        var told = story.See(Seen(60, Faction("A", 0.6m, "Boom|Expansion|War"), Faction("B", 0.4m)) with { Population = 7 }).Events;

        Assert.IsType<SystemObserved>(Assert.Single(told));
        Assert.Equal(7, story.State.Last!.Population);
        Assert.Equal("Expansion", Assert.Single(story.State.Last.Factions[0].PendingStates));
    }

    [Theory]
    [InlineData(0.6, "Boom,War", TickPass.State, true, false, false)]
    [InlineData(0.59, "Boom", TickPass.Inf, false, true, false)]
    [InlineData(0.59, "Boom,War", TickPass.Either, true, true, false)]
    [InlineData(0.59, "Boom,Terrorism", TickPass.Either, true, true, true)]
    [InlineData(0.6, "Boom,Blight", TickPass.State, true, false, true)]
    public void Change_TellsItsPass(double influence, string states, TickPass pass, bool stateChange, bool infChange, bool infStates)
    {
        var story = Seen0();

        story.See(Seen(60, Faction("A", (decimal)influence, states), Faction("B", 0.4m)));

        var metrics = Assert.Single(story.Ticks).Tick.Metrics;
        Assert.Equal((pass, stateChange, infChange, infStates), (metrics.TickPass, metrics.StateChange, metrics.InfChange, metrics.InfStates));
    }

    [Theory]
    [InlineData("Blight")]
    [InlineData("InfrastructureFailure")]
    [InlineData("NaturalDisaster")]
    [InlineData("PirateAttack")]
    [InlineData("PublicHoliday")]
    [InlineData("Retreat")]
    [InlineData("Terrorism")]
    public void InfluenceAlone_WhileAStateMovesIt_IsOfEitherPass(string state)
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m), Faction("B", 0.4m, state)));

        story.See(Seen(60, Faction("A", 0.59m), Faction("B", 0.41m, state)));

        var metrics = Assert.Single(story.Ticks).Tick.Metrics;
        Assert.Equal((TickPass.Either, false, true, true), (metrics.TickPass, metrics.StateChange, metrics.InfChange, metrics.InfStates));
    }

    [Fact]
    public void Gap_IsCountedFromWhenTheSystemWasLastSeen()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));

        story.See(Seen(90, Faction("A", 0.5m, "Boom"), Faction("B", 0.5m)));

        Assert.Equal(Start.AddMinutes(60), Assert.Single(story.Ticks).Tick.Since);
    }

    [Fact]
    public void Gap_AfterARestart_IsCountedFromWhatIsStored()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));
        story.Restart();

        story.See(Seen(90, Faction("A", 0.5m, "Boom"), Faction("B", 0.5m)));

        Assert.Equal(Start, Assert.Single(story.Ticks).Tick.Since);
    }

    [Fact]
    public void OlderObservation_IsRefused()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));

        Assert.Equal("older", CodeOf(story.See(Seen(-1, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)))));
        Assert.Equal("older", CodeOf(story.See(Seen(0, Faction("A", 0.7m, "Boom"), Faction("B", 0.3m)))));
        Assert.Equal("older", CodeOf(story.See(Seen(30, Faction("A", 0.7m, "Boom"), Faction("B", 0.3m)))));
        Assert.Equal("older", CodeOf(story.See(Seen(60, Faction("A", 0.7m, "Boom"), Faction("B", 0.3m)))));
        Assert.Null(CodeOf(story.See(Seen(30, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)))));
        Assert.Empty(story.Ticks);
        Assert.Equal(Start.AddMinutes(60), story.Sight.LastSeen);
    }

    [Fact]
    public void Future_IsRefused_FromFiveMinutesOn()
    {
        var story = new SystemStory { Now = Start };

        Assert.Null(CodeOf(story.See(Seen(5, Faction("A", 1)))));
        Assert.Equal("future", CodeOf(story.See(Seen(5.1, Faction("A", 1)))));
        Assert.Equal("future", CodeOf(story.Tell(new ReportSystemTick(Relayed(0, 5.1, TickPass.Inf)))));
    }

    [Fact]
    public void ObservationWithoutFactions_IsNoRetreatOfAll()
    {
        var story = Seen0();

        Assert.Empty(story.See(Seen(60) with { Population = 0, Position = null }).Events);
        Assert.IsType<SystemObserved>(Assert.Single(story.See(Seen(70) with { Population = 8, Factions = default, Conflicts = default }).Events));

        Assert.Equal((2, 8, 3.0), (story.State.Last!.Factions.Length, story.State.Last.Population, story.State.Last.Position!.Z));
        Assert.Empty(story.See(Seen(80, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)) with { Population = 8 }).Events);
    }

    [Fact]
    public void FirstFactions_CameUnseen()
    {
        var story = new SystemStory();
        story.See(Seen(0));

        Assert.IsType<SystemObserved>(Assert.Single(story.See(Seen(60, Faction("A", 1))).Events));
    }

    [Fact]
    public void Sol_AtTheOrigin_IsASystemLikeAnyOther()
    {
        var story = new SystemStory(10477373803);
        var sol = SeenAs("Sol", Start, 22_780_919_531, Faction("Mother Gaia", 0.4m), Faction("Sol Nationalists", 0.6m)) with { Position = new(0, 0, 0) };
        story.See(sol);

        story.See(sol with { ObservedAt = Start.AddHours(1), Factions = [Faction("Mother Gaia", 0.5m), Faction("Sol Nationalists", 0.5m)] });

        Assert.Equal(("Sol", 10477373803), (Assert.Single(story.Ticks).Tick.System, story.Ticks.Single().Tick.SystemAddress));
    }

    [Fact]
    public void ControllingFaction_IsTheJournals_ElseTheStrongest()
    {
        var (before, after) = (Seen(0, Faction("A", 0.3m), Faction("B", 0.4m), Faction("C", 0.3m)), Seen(60, Faction("A", 0.35m), Faction("B", 0.4m), Faction("C", 0.25m)));

        Assert.Equal(("A", 0.05m), Controls("A"));
        Assert.Equal(("B", 0m), Controls("Nobody here"));
        Assert.Equal(("B", 0m), Controls(""));

        (string, decimal) Controls(string named)
        {
            var story = new SystemStory();
            story.See(before with { ControllingFaction = named });
            story.See(after with { ControllingFaction = named });
            var metrics = Assert.Single(story.Ticks).Tick.Metrics;
            return (metrics.CmfName, metrics.CmfInfDrop);
        }
    }

    [Theory]
    [InlineData(0.12, "||Expansion", true)]
    [InlineData(0.1199, "||Expansion", false)]
    [InlineData(0.3, "|Expansion", false)]
    public void ExpansionTax_IsAGreatLossWhileRecoveringFromAnExpansion(double drop, string states, bool paid)
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.7m), Faction("B", 0.3m)));

        story.See(Seen(60, Faction("A", 0.7m - (decimal)drop, states), Faction("B", 0.3m + (decimal)drop)));

        Assert.Equal(paid, Assert.Single(story.Ticks).Tick.Metrics.CmfExpansionTax);
        Assert.Equal(paid ? [(decimal)drop] : [], story.Events.OfType<FactionExpandedFrom>().Select(expansion => expansion.InfDrop));
    }

    [Fact]
    public void ExpansionTax_IsASetting()
    {
        var story = new SystemStory();
        story.Options.ExpansionTaxDrop = 0.05m;
        story.See(Seen(0, Faction("A", 0.7m), Faction("B", 0.3m)));

        story.See(Seen(60, Faction("A", 0.64m, "||Expansion"), Faction("B", 0.36m)));

        Assert.Single(story.Events.OfType<FactionExpandedFrom>());
    }

    [Theory]
    [InlineData("||War", true)]
    [InlineData("||CivilWar", true)]
    [InlineData("||Election", true)]
    [InlineData("War", false)]
    [InlineData("|War|Boom", false)]
    public void ConflictEnded_WhereAFactionRecoversFromOne(string states, bool ended)
    {
        var story = Seen0();

        story.See(Seen(60, Faction("A", 0.5m, "Boom"), Faction("B", 0.5m, states)));

        Assert.Equal(ended, Assert.Single(story.Ticks).Tick.Metrics.ConflictEnded);
    }

    [Fact]
    public void AtRisk_AreNonNativesBelowFivePercent()
    {
        var story = new SystemStory();
        story.Tell(new DescribeSystem(null, ["Home"]));
        story.See(Seen(0, Faction("Big", 0.77m), Faction("Edge", 0.05m), Faction("Home", 0.02m), Faction("gliese 9539 Crew", 0.02m), Faction("Low", 0.06m), Faction("Waning", 0.04m, "|Retreat"), Faction("Waxing", 0.04m, "||Retreat")));

        story.See(Seen(60, Faction("Big", 0.78m), Faction("Edge", 0.05m), Faction("Home", 0.02m), Faction("gliese 9539 Crew", 0.02m), Faction("Low", 0.05m - 0.000001m), Faction("Waning", 0.04m, "|Retreat"), Faction("Waxing", 0.040001m, "||Retreat")));

        Assert.Equal(
            [new("Low", 0.049999m, 0.06m, "None"), new("Waning", 0.04m, 0.04m, "Pending"), new("Waxing", 0.040001m, 0.04m, "Recovering")],
            Assert.Single(story.Ticks).Tick.Metrics.AtRiskNNFactions.ToArray());
    }

    [Fact]
    public void PreviousInfluence_IsCarriedAlong()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.5m, "Boom"), Faction("B", 0.5m)));
        story.See(Seen(120, Faction("A", 0.5m), Faction("B", 0.5m)));

        Assert.Equal([0.6m, 0.4m], story.State.Last!.Factions.Select(faction => faction.PreviousInfluence));
    }

    [Fact]
    public void AtRisk_AreNeitherThoseWithoutAnyInfluenceNorThoseThatLeftStrong()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m), Faction("B", 0.4m), Faction("Pilots' Federation Local Branch", 0)));
        story.See(Seen(60, Faction("A", 1m), Faction("Pilots' Federation Local Branch", 0)));

        Assert.Empty(Assert.Single(story.Ticks).Tick.Metrics.AtRiskNNFactions);
    }

    [Fact]
    public void RecentTicks_OfARecordingInALoop_StayFew()
    {
        var story = new SystemStory();
        for (var minute = 0; minute <= StarSystemState.TicksCounted + 50; minute++)
        {
            story.See(Seen(minute, Faction("A", 0.5m + (minute % 2 * 0.01m)), Faction("B", 0.5m - (minute % 2 * 0.01m))));
        }

        Assert.Equal(StarSystemState.TicksCounted, story.State.RecentTicks.Length);
        Assert.Equal(SystemStory.Start.AddMinutes(StarSystemState.TicksCounted + 50), story.State.RecentTicks[^1]);
    }

    [Fact]
    public void DayCount_CountsSevenDays()
    {
        var story = new SystemStory();
        for (var day = 0; day <= 8; day++)
        {
            story.See(Seen(day * 1440, Faction("A", 0.5m + (day * 0.01m)), Faction("B", 0.5m - (day * 0.01m))));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 7], story.Ticks.Select(ticked => ticked.Tick.DayCount));
        Assert.Equal(7, story.State.RecentTicks.Length);
    }

    [Fact]
    public void StatesThatReturnSoon_AreMarked_AndWithdrawnFromTheGalaxy()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.6m), Faction("B", 0.4m)));

        story.See(Seen(90, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));

        Assert.Equal([false, true], story.Ticks.Select(ticked => ticked.Reverts));
        Assert.Equal(
            [new StateChangeNoted(Start.AddMinutes(60), new(Address, Start, Start.AddMinutes(60), story.Ticks.First().Tick)), new StateChangeWithdrawn(Start.AddMinutes(90), Address)],
            story.Owed.Where(owed => owed.Target == StarSystemKeys.Galaxy).Select(owed => (GalaxyEvent)owed.Event));
    }

    [Fact]
    public void StatesThatReturnTheNextDay_AreAChange()
    {
        var story = Seen0();
        story.See(Seen(60, Faction("A", 0.6m), Faction("B", 0.4m)));

        story.See(Seen(60 + 360, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));

        Assert.Equal([false, false], story.Ticks.Select(ticked => ticked.Reverts));
    }

    [Fact]
    public void Nuenets_IsCountedAsKnown()
    {
        var story = new SystemStory(3240309557611);
        story.See(Nuenets(Start, 0.125124m, "Election"));

        // Something else has moved, for the system to tell of its conflicts.
        story.See(Nuenets(Start.AddHours(20), 0.124124m, "Election"));

        var last = story.State.Last!;
        var metrics = Assert.Single(story.Ticks).Tick.Metrics;
        Assert.Equal((7, 2, 0.56056m, 0.999999m), (metrics.FacCount, metrics.ActiveConflictCount, metrics.LockedInf, last.Factions.Sum(faction => faction.Influence)));
        Assert.Equal("V886 Centauri Future", metrics.CmfName);
        Assert.Equal("0.56056", metrics.LockedInf.ToString(System.Globalization.CultureInfo.InvariantCulture));

        static Observation Nuenets(DateTimeOffset at, decimal constitution, string vote) => SeenAs(
            "Nuenets",
            at,
            70_078_377,
            Faction("V886 Centauri Future", 0.305305m, "Boom"),
            Faction("Revolutionary Party of Nuenets", 0.155155m, vote),
            Faction("Nuenets Jet State Limited", 0.125125m, vote),
            Faction("Constitution Party of Nuenets", constitution),
            Faction("Nuenets Blue Crew", 0.010010m),
            Faction("Collective of Independent Agents", 0.155155m, $"Outbreak,{vote}|Expansion"),
            Faction("Nuenets Corp.", 0.125125m, vote)) with { ControllingFaction = "V886 Centauri Future" };
    }

    [Fact]
    public void Description_IsLearnedOnce_AndKeepsWhatItLeavesOut()
    {
        var story = new SystemStory();

        Assert.Single(story.Tell(new DescribeSystem(true, ["B", "A", "B"])).Events);
        Assert.Empty(story.Tell(new DescribeSystem(null, ["A", "B"])).Events);
        Assert.Empty(story.Tell(new DescribeSystem(null, default)).Events);
        Assert.Single(story.Tell(new DescribeSystem(false, default)).Events);

        Assert.Equal<string>(["A", "B"], story.State.NativeFactions);
        Assert.False(story.State.IsColony);
    }

    [Theory]
    [InlineData("", "no-name")]
    [InlineData("  ", "no-name")]
    [InlineData("a\0", "unstorable-text")]
    public void NameThatCanBeNoKey_IsRefused(string name, string code)
    {
        Assert.Equal(code, CodeOf(new SystemStory().See(Seen(0, Faction("A", 1)) with { Name = name })));
        Assert.Equal(code, CodeOf(new SystemStory().See(Seen(0, Faction(name, 1)))));
        Assert.Equal(code, CodeOf(new SystemStory().Tell(new ReportSystemTick(Relayed(0, 1, TickPass.Inf) with { System = name }))));
        Assert.Equal(code, CodeOf(new SystemStory().Tell(new DescribeSystem(null, [name]))));
        Assert.Equal("unstorable-text", CodeOf(new SystemStory().See(Seen(0, Faction("\ud800", 1)))));
        Assert.Equal("too-long", CodeOf(new SystemStory().See(Seen(0, Faction(new('a', 201), 1)))));
    }

    [Fact]
    public void FieldThatCannotBeStored_IsRefusedByItsName()
    {
        var faction = Faction("A", 0.5m);
        Observation[] refused =
        [
            Seen(0, faction) with { ControllingFaction = "\0" },
            Seen(0, faction) with { Allegiance = "\0" },
            Seen(0, faction) with { Government = "\0" },
            Seen(0, faction) with { Economy = "\0" },
            Seen(0, faction) with { Security = "\0" },
            Seen(0, faction with { State = "\0" }),
            Seen(0, faction with { Government = "\0" }),
            Seen(0, faction with { Allegiance = "\0" }),
            Seen(0, faction with { Happiness = "\0" }),
            Seen(0, faction with { Influence = 1.01m }),
            Seen(0, faction with { Influence = -0.01m }),
            Seen(0, faction with { ActiveStates = ["\0"] }),
            Seen(0, faction with { PendingStates = ["\0"] }),
            Seen(0, faction with { RecoveringStates = ["\0"] }),
            Seen(0, faction) with { Conflicts = [new("\0", "", new("A", "", 0), new("B", "", 0))] },
            Seen(0, faction) with { Conflicts = [new("", "\0", new("A", "", 0), new("B", "", 0))] },
            Seen(0, faction) with { Conflicts = [new("", "", new("\0", "", 0), new("B", "", 0))] },
            Seen(0, faction) with { Conflicts = [new("", "", new("A", "", 0), new("B", "\0", 0))] },
        ];

        Assert.All(refused, observation => Assert.NotNull(CodeOf(new SystemStory().See(observation))));
        Assert.Equal(17, refused.Select(observation => new SystemStory().See(observation).Rejections[0].Field).Distinct().Count());
    }

    [Fact]
    public void FactionsOutOfOrder_AreABug() =>
        Assert.Throws<ArgumentException>(() => new SystemStory().See(Seen(0) with { Factions = [Faction("B", 0.5m), Faction("A", 0.5m)] }));

    [Fact]
    public void UnchangedObservation_CostsNoMemory()
    {
        var story = Seen0();
        var report = new ReportObservation(Seen(60, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));
        story.Tell(report);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 100; time++)
        {
            Assert.True(Grains.StarSystems.StarSystemRules.Decide(story.State, story.Sight, report, story.Now, story.Options).Events.IsEmpty);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
    }

    // Two factions, seen at the start.
    private static SystemStory Seen0()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m, "Boom"), Faction("B", 0.4m)));
        return story;
    }
}
