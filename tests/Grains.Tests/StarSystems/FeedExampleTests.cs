using OrleansGameState.Grains.Interfaces.StarSystems;
using static OrleansGameState.Grains.Tests.StarSystems.SystemStory;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>The feed's documented messages come out of the rules, from observations that explain them.</summary>
public sealed class FeedExampleTests
{
    [Fact]
    public void Gliese9539_AnInfluencePassAlone()
    {
        var at = new DateTimeOffset(2024, 4, 13, 14, 51, 37, TimeSpan.Zero);
        const string Controlling = "Gliese 9539 Gold Natural Industries";
        var story = new SystemStory(1458309206762);
        story.See(SeenAs(Name, at.AddMinutes(-1074), 1_200_000_000, GlieseFactions(0.682185m, 0.090000m, 0.070000m)));

        story.See(SeenAs(Name, at, 1_200_000_000, GlieseFactions(0.685885m, 0.083625m, 0.072675m)));

        Compare(
            new(
                "Gliese 9539",
                1458309206762,
                at.AddMinutes(-1074.0),
                at,
                1,
                false,
                new(TickPass.Inf, false, true, false, 0.685885m, Controlling, false, 0.0037m, false, false, FactionChangeSet.None, [], 7, 1200000000, 0.01275m, new("Low", 0.083m, 0.083m, 1), 0, 0, ""),
                TickSource.Observed,
                ""),
            story);
        Assert.DoesNotContain(story.Owed, owed => owed.Event is GalaxyEvent);

        static FactionPresence[] GlieseFactions(decimal controlling, decimal second, decimal third) =>
        [
            Faction(Controlling, controlling, "Boom"),
            Faction("Gliese 9539 Alliance", second),
            Faction("Gliese 9539 Jet Boys", third),
            Faction("Natives of Gliese 9539", 0.043815m),
            Faction("Kremainn Corp.", 0.053000m, "CivilLiberty"),
            Faction("Sirius Special Forces", 0.051000m),
            Faction("Workers of Gliese 9539", 0.010000m),
        ];
    }

    [Fact]
    public void Hip33275_ARetreatOfAFactionAtRisk()
    {
        var at = new DateTimeOffset(2024, 4, 13, 4, 22, 36, TimeSpan.Zero);
        const string Leaver = "Xbaquitae Gold Comms Exchange";
        var story = new SystemStory(594609703259);
        story.Tell(new DescribeSystem(true, ["Xbaquitae Vision Network"]));
        story.See(Hip(at.AddMinutes(-1500), Faction("HIP 33275 Co", 0.4776m), Faction(Leaver, 0.058m), Faction("HIP 33275 Crew", 0.2m), Faction("United HIP 33275 League", 0.1m), Faction("HIP 33275 Group", 0.1m), Faction("Xbaquitae Vision Network", 0.0644m)));
        story.See(Hip(at.AddMinutes(-172.3), Faction("HIP 33275 Co", 0.4776m), Faction(Leaver, 0.032m, "Retreat"), Faction("HIP 33275 Crew", 0.2m), Faction("United HIP 33275 League", 0.1m), Faction("HIP 33275 Group", 0.1m), Faction("Xbaquitae Vision Network", 0.0904m)));

        // What it held goes to the others; two of them lose some to these all the same.
        story.See(Hip(at, Faction("HIP 33275 Co", 0.458m), Faction("HIP 33275 Crew", 0.2645m), Faction("United HIP 33275 League", 0.0871m), Faction("HIP 33275 Group", 0.1m, "PirateAttack"), Faction("Xbaquitae Vision Network", 0.0904m)));

        Compare(
            new(
                "HIP 33275",
                594609703259,
                at.AddMinutes(-172.3),
                at,
                2,
                true,
                new(
                    TickPass.Either, true, true, true, 0.458m, "HIP 33275 Co", false, -0.0196m, false, false,
                    new([Leaver], []),
                    [new(Leaver, 0.032m, 0.058m, "Active")],
                    5, 500000, 0.097m, new("Medium", 0.102m, 0.102m, 2), 0, 0, ""),
                TickSource.Observed,
                ""),
            story);
        var changed = Assert.Single(story.Events.OfType<FactionsChanged>());
        Assert.Equal((at, "HIP 33275", 594609703259, true, TickSource.Observed), (changed.OccurredAt, changed.System, changed.SystemAddress, changed.IsColony, changed.Source));
        Assert.Equal<string>([Leaver], changed.FactionChanges.Retreated);
        Assert.Empty(changed.FactionChanges.Arrived);

        static Observation Hip(DateTimeOffset at, params ReadOnlySpan<FactionPresence> factions) => SeenAs("HIP 33275", at, 500_000, factions);
    }

    [Fact]
    public void Wolf497_AnActiveConflict()
    {
        var at = new DateTimeOffset(2026, 5, 16, 14, 18, 49, TimeSpan.Zero);
        var since = at.AddMinutes(-1174.4);
        var story = new SystemStory(9467047650729);
        story.See(Wolf(since.AddDays(-2), 0.67m, 0.05m, 0.05m));
        story.See(Wolf(since.AddDays(-1), 0.674m, 0.048m, 0.048m));
        story.See(Wolf(since, 0.676733m, 0.046633m, 0.046634m));

        story.See(Wolf(at, 0.661323m, 0.050433m, 0.046634m, "War", "PirateAttack"));

        Compare(
            new(
                "Wolf 497",
                9467047650729,
                since,
                at,
                3,
                false,
                new(TickPass.Either, true, true, true, 0.661323m, "Alchemy Den", false, -0.0154m, false, false, FactionChangeSet.None, [], 7, 1927340, 0.01921m, new("Low", 0.04551m, 0.04551m, 1), 1, 0.13527m, ""),
                TickSource.Observed,
                ""),
            story);
        Assert.Equal(since, Assert.IsType<StateChangeNoted>(story.Owed[^1].Event).Evidence.Since);

        static Observation Wolf(DateTimeOffset at, decimal controlling, decimal second, decimal third, string conflict = "", string active = "") => SeenAs(
            "Wolf 497",
            at,
            1_927_340,
            Faction("Alchemy Den", controlling, "Boom"),
            Faction("Wolf 497 Transport & Co", second, active),
            Faction("Wolf 497 Jet Clan", third),
            Faction("Pact of Wolf 497", 0.067635m, conflict),
            Faction("Liberals of Wolf 497", 0.067635m, conflict),
            Faction("Social Wolf 497 Values", 0.06m),
            Faction("Wolf 497 Purple Posse", 0.03473m));
    }

    [Fact]
    public void Dakshmandi_AnArrival()
    {
        var at = new DateTimeOffset(2024, 4, 13, 2, 39, 33, TimeSpan.Zero);
        var story = new SystemStory(3583923685739);
        story.See(SeenAs("Dakshmandi", at.AddHours(-8), 5_000_000, Faction("Dakshmandi Union", 0.6m), Faction("Dakshmandi Co", 0.4m)));

        story.See(SeenAs("Dakshmandi", at, 5_000_000, Faction("Dakshmandi Union", 0.57m), Faction("Dakshmandi Co", 0.38m), Faction("Bluestar PMC", 0.05m)));

        var changed = Assert.Single(story.Events.OfType<FactionsChanged>());
        Assert.Equal(
            ("Dakshmandi", 3583923685739, false, at, TickSource.Observed, ""),
            (changed.System, changed.SystemAddress, changed.IsColony, changed.OccurredAt, changed.Source, changed.Extra));
        Assert.Empty(changed.FactionChanges.Retreated);
        Assert.Equal<string>(["Bluestar PMC"], changed.FactionChanges.Arrived);
    }

    [Fact]
    public void Shapsugabus_AnExpansion()
    {
        var at = new DateTimeOffset(2024, 4, 13, 1, 57, 22, TimeSpan.Zero);
        var story = new SystemStory(9468120868281);
        story.See(SeenAs("Shapsugabus", at.AddHours(-20), 8_000_000, Faction("Bluestar PMC", 0.7612m, "Expansion"), Faction("Shapsugabus Co", 0.2388m)));

        story.See(SeenAs("Shapsugabus", at, 8_000_000, Faction("Bluestar PMC", 0.6229m, "||Expansion"), Faction("Shapsugabus Co", 0.3771m)));

        Assert.Equal(
            new(at, "Shapsugabus", 9468120868281, false, "Bluestar PMC", 0.1383m, true, TickSource.Observed, ""),
            Assert.Single(story.Events.OfType<FactionExpandedFrom>()));
        var metrics = Assert.Single(story.Ticks).Tick.Metrics;
        Assert.Equal((true, true, -0.1383m), (metrics.CmfHasExpanded, metrics.CmfExpansionTax, metrics.CmfInfDrop));
    }

    private static void Compare(SystemTick expected, SystemStory story)
    {
        var tick = story.Ticks.Last().Tick;
        Assert.Equivalent(expected, tick, strict: true);
        Assert.Equal(Plain(expected.Metrics), Plain(tick.Metrics));
        Assert.Same(tick, story.State.LastTick);
    }

    // As they are written: without zeros at the end.
    private static string[] Plain(TickMetrics metrics) =>
    [
        .. new[] { metrics.CmfInf, metrics.CmfInfDrop, metrics.AllFacSwing, metrics.LockedInf, metrics.BgsActivityEstimate.Value, metrics.BgsActivityEstimate.ValueAdj }
            .Select(share => share.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
