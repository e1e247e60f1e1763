using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>What the files in <c>starsystems</c> mean, by their names.</summary>
internal static class StarSystemGolden
{
    private const long Address = 594609703259;
    private const string Name = "HIP 33275";

    private static readonly DateTimeOffset At = new(2026, 5, 13, 4, 22, 36, TimeSpan.Zero);
    private static readonly DateTimeOffset Since = At.AddMinutes(-172.3);

    private static readonly ActivityEstimate Activity = new("Medium", 0.102m, 0.051m, 2);
    private static readonly AtRiskFaction AtRisk = new("Xbaquitae Gold Comms Exchange", 0.032m, 0.058m, "Active");

    private static readonly Observation Seen = new(
        At,
        Name,
        new(-81.25, 0.03125, 1234.5),
        500000,
        "HIP 33275 Co",
        "Independent",
        "$government_Corporate;",
        "$economy_Industrial;",
        "$SYSTEM_SECURITY_medium;",
        [
            new("HIP 33275 Co", 0.458m, 0.4776m, "Boom", "Corporate", "Independent", "$Faction_HappinessBand2;", ["Boom", "PublicHoliday"], ["Expansion"], ["War"]),
            new("Союз", 0.123456m, null, "", "", "", "", [], [], []),
        ],
        [new("civilwar", "active", new("HIP 33275 Co", "Bellegrade's Nook", 2), new("Союз", "", 0))]);

    private static readonly TickMetrics Metrics = new(
        TickPass.Either, true, true, true, 0.458m, "HIP 33275 Co", true, -0.0196m, true, true,
        new(["Xbaquitae Gold Comms Exchange"], ["Bluestar PMC"]),
        [AtRisk],
        5, 500000, 0.097m, Activity, 1, 0.13527m, """{"addedLater": [1]}""");

    private static readonly SystemTick Tick = new(Name, Address, Since, At, 2, true, Metrics, TickSource.Observed, """{"addedLater": true}""");
    private static readonly FactionsChanged Changed = new(At, Name, Address, true, Metrics.FactionChanges, TickSource.Relayed, """{"addedLater": null}""");
    private static readonly FactionExpandedFrom Expansion = new(At, "Shapsugabus", 9468120868281, true, "Bluestar PMC", 0.1383m, true, TickSource.Observed, """{"addedLater": "a"}""");
    private static readonly GalaxyTick Called = new("20260513T0422Z", At, At.AddMinutes(7.5), 0.9925, GalaxyTickStanding.Confirmed, 9, Tick);
    private static readonly StateChangeEvidence Evidence = new(Address, Since, At, Tick);

    private static readonly HourTally Tally = new(
        new(2026, 5, 13, 4, 0, 0, TimeSpan.Zero),
        412,
        117,
        [new(Address, Name, At, Activity)],
        [new(Address, Name, At, AtRisk)]);

    public static IReadOnlyDictionary<string, object> States { get; } = new Dictionary<string, object>
    {
        ["starSystem.1"] = new StarSystemState(
            Address,
            Seen,
            Tick with { Source = TickSource.Relayed },
            new(Since, At),
            new(Since.AddDays(-1), At.AddDays(-1)),
            3735928559,
            [At.AddDays(-1), At],
            true,
            ["HIP 33275 Co", "Xbaquitae Vision Network"],
            Changed,
            Expansion),
        ["galaxy.1"] = new GalaxyState(
            [Called with { Standing = GalaxyTickStanding.Withdrawn }, Called with { Standing = GalaxyTickStanding.Doubtful }],
            [Evidence, new(9468120868281, Since, At, null)],
            At.AddHours(27),
            [Tally],
            ImmutableSortedDictionary<string, FeedTrouble>.Empty.Add("eddn", new(At, "no message for 2 minutes")),
            [new(new(2026, 5, 13, 4, 15, 0, TimeSpan.Zero), [0, 3, 0, 0, 0, 0, 0, 0, 0, 1])]),
        ["minorFaction.1"] = new MinorFactionState("Bluestar PMC", ImmutableSortedDictionary<long, string>.Empty.Add(Address, Name).Add(9468120868281, "Shapsugabus")),
        ["systemName.1"] = new SystemNameState(Name, [Address, 9468120868281]),
    };

    public static IReadOnlyDictionary<string, object> Events { get; } = new Dictionary<string, object>
    {
        ["systemObserved.1"] = new SystemObserved(At, Seen),
        ["systemTicked.1"] = new SystemTicked(At, Tick, Seen, true),
        ["factionsChanged.1"] = Changed,
        ["factionExpandedFrom.1"] = Expansion,
        ["systemDescribed.1"] = new SystemDescribed(At, true, ["HIP 33275 Co", "Xbaquitae Vision Network"]),
        ["stateChangeNoted.1"] = new StateChangeNoted(At, Evidence),
        ["stateChangeWithdrawn.1"] = new StateChangeWithdrawn(At, Address),
        ["galaxyTickCalled.1"] = new GalaxyTickCalled(At, Called),
        ["galaxyTickRevised.1"] = new GalaxyTickRevised(At, Called with { StartedAt = At.AddMinutes(-2) }, "an earlier system was heard of"),
        ["galaxyTickOverdue.1"] = new GalaxyTickOverdue(At.AddHours(27), At),
        ["hourTallied.1"] = new HourTallied(Tally.Hour, Tally),
        ["galaxyFeedDegraded.1"] = new GalaxyFeedDegraded(At, "eddn", "no message for 2 minutes"),
        ["galaxyFeedRecovered.1"] = new GalaxyFeedRecovered(At, "eddn"),
        ["factionEntered.1"] = new FactionEntered(At, "Bluestar PMC", 3583923685739, "Dakshmandi"),
        ["factionLeft.1"] = new FactionLeft(At, 3583923685739),
        ["nameTaken.1"] = new NameTaken(At, "Dakshmandi", 3583923685739),
        ["nameGivenUp.1"] = new NameGivenUp(At, 3583923685739),
    };
}
