using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>What the files in <c>territory</c> mean, by their names.</summary>
internal static class TerritoryGolden
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 17, 42, 9, TimeSpan.Zero);

    private static readonly ZoneMap Map = new(
        "Indar",
        new(2026, 4, 30),
        "5f0c7f2d3a1b9e84c6d7a8b9f0e1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6d",
        [
            new(2101, 2201, "Northern Warpgate", 7, "Warpgate", 3100.25, -120.5),
            new(2102, 4801, "Dahaka Amp Station", 2, "Amp Station", -18.75, 0),
            new(2103, null, "", 0, "", null, null),
        ],
        [new(2201, 4801)]);

    private static readonly ZoneSummary Summary = new(2, "Indar", ZoneStatus.Locked, NewConglomerate, At);

    private static readonly ContinentLockReported Lock = new(At, NewConglomerate, VanuSovereignty, new(212, 301, 187), 149);

    public static IReadOnlyDictionary<string, object> States { get; } = new Dictionary<string, object>
    {
        ["zone.1"] = new ZoneState(
            10,
            2,
            Map,
            ZoneState.Initial("ps2/10/2").Facilities
                .Add(2201, new(TerranRepublic, null, null, 0, ChangeSource.MapPoll, FactRank.Poll(At.AddSeconds(-30.125)), null, [], []))
                .Add(4801, new(
                    NewConglomerate,
                    37537074285186809,
                    At,
                    0,
                    ChangeSource.FacilityControl,
                    FactRank.Control(At),
                    At,
                    [new(VanuSovereignty, TerranRepublic, 5821, 37509488620604883), new(TerranRepublic, NewConglomerate, 0, null)],
                    [5428010618015189713, 5428713425545165425]))
                .Add(4802, new(VanuSovereignty, null, At.AddMinutes(-5), 10, ChangeSource.PlayerFacilityCapture, FactRank.PlayerCapture(At.AddMinutes(-5), 12, VanuSovereignty), null, [], [5428010618015189713])),
            ZoneStatus.Locked,
            NewConglomerate,
            At,
            LockCause.ContinentLock,
            Lock,
            new(149, 21874, AlertState.Ended, At.AddMinutes(-90), At),
            true),
        ["world.1"] = new WorldState(
            10,
            "Miller",
            true,
            At.AddMinutes(-6),
            "no event for 6 minutes",
            WorldState.Initial("ps2/10").Zones.Add(2, Summary).Add(282198111, new(282198111, "", ZoneStatus.Unknown, null, null))),
        ["worldDirectory.1"] = new WorldDirectoryState(WorldDirectoryState.Initial("ps2").Worlds.Add(10, "Miller").Add(40, "")),
    };

    public static IReadOnlyDictionary<string, object> Events { get; } = new Dictionary<string, object>
    {
        ["facilityCaptured.1"] = new FacilityCaptured(
            At,
            4801,
            VanuSovereignty,
            NewConglomerate,
            37537074285186809,
            ChangeSource.FacilityControl,
            At.AddTicks(-1),
            10,
            5821,
            [5428010618015189713, 5428713425545165425],
            true,
            17),
        ["facilityOwnerLearned.1"] = new FacilityOwnerLearned(At.AddMilliseconds(250), 2201, TerranRepublic, At.AddSeconds(-30)),
        ["facilityDefended.1"] = new FacilityDefended(At, 4801, NewConglomerate, 37537074285186809, 7200),
        ["participantsJoined.1"] = new ParticipantsJoined(At, 4801, [5428010618015189713]),
        ["zoneLocked.1"] = new ZoneLocked(At, NewConglomerate, LockCause.ContinentLock),
        ["zoneUnlocked.1"] = new ZoneUnlocked(At, NewConglomerate, LockCause.Map),
        ["continentLockReported.1"] = Lock,
        ["alertChanged.1"] = new AlertChanged(At, 149, AlertState.XpBonusChanged, 21874),
        ["zoneMapChanged.1"] = new ZoneMapChanged(new(2026, 4, 30, 0, 0, 0, TimeSpan.Zero), Map),
        ["zoneRetired.1"] = new ZoneRetired(At),
        ["worldDescribed.1"] = new WorldDescribed(At, "Miller"),
        ["worldOnlineChanged.1"] = new WorldOnlineChanged(At, true),
        ["feedDegraded.1"] = new FeedDegraded(At, "no event for 6 minutes"),
        ["feedRecovered.1"] = new FeedRecovered(At),
        ["zoneReported.1"] = new ZoneReported(At, Summary),
        ["zoneRemoved.1"] = new ZoneRemoved(At, 282198111),
        ["worldListed.1"] = new WorldListed(At, 10, "Miller"),
    };
}
