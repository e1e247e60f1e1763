using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Grains.Tests.Territory;

/// <summary>A zone under test: tells its kernel commands one after the other, as the grain does.</summary>
internal sealed class ZoneStory
{
    public const int WarpgateVs = 1;
    public const int WarpgateNc = 2;
    public const int WarpgateTr = 3;
    public const int Outpost = 10;
    public const int Tower = 11;
    public const int Island = 12;

    /// <summary>The game's time that stories begin at; years before <see cref="Now"/>, as recordings are.</summary>
    public static readonly DateTimeOffset Start = new(2021, 1, 24, 12, 0, 0, TimeSpan.Zero);

    public ZoneStory(string key = "ps2/10/2")
    {
        State = ZoneState.Initial(key);
    }

    public ZoneState State { get; private set; }

    public ZoneSight Sight { get; private set; } = ZoneSight.Nothing;

    public DateTimeOffset Now { get; set; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public List<ZoneEvent> Events { get; } = [];

    public List<Rejection> Rejections { get; } = [];

    /// <summary>Three warpgates, and outposts in a row from VS' gate: 1 - 10 - 11, and 12 linked to nothing.</summary>
    public static ZoneMap Map { get; } = new(
        "Testland",
        new DateOnly(2026, 5, 1),
        "digest-1",
        [
            Region(WarpgateVs, MapRegion.WarpgateTypeId), Region(WarpgateNc, MapRegion.WarpgateTypeId), Region(WarpgateTr, MapRegion.WarpgateTypeId),
            Region(Outpost, 6), Region(Tower, 5), Region(Island, 6),
            new(999, null, "Wasteland", 0, "Unknown", null, null),
        ],
        [new(WarpgateVs, Outpost), new(Tower, Outpost), new(WarpgateNc, Tower)]);

    public static ZoneStory WithMap()
    {
        var story = new ZoneStory();
        story.Tell(new LearnMap(Map));
        return story;
    }

    /// <summary>The map is known, each faction has its warpgate, the rest is VS': polled at <see cref="Start"/>.</summary>
    public static ZoneStory Open()
    {
        var story = WithMap();
        story.Tell(Poll(Start, Faction.VanuSovereignty, Faction.NewConglomerate, Faction.TerranRepublic));
        return story;
    }

    public static ReportFacilityControl Control(double second, int facility, Faction from, Faction to, long held = 100, long? outfit = null) =>
        new(facility, from, to, held, outfit, Start.AddSeconds(second));

    public static ReportPlayerCaptures Players(double second, int facility, params Faction[] factions) =>
        new(facility, Start.AddSeconds(second), [.. factions.Select((faction, index) => new CapturingCharacter((facility * 1000) + index, faction))]);

    public static ReportMap Poll(DateTimeOffset requestedAt, Faction vs, Faction nc, Faction tr, Faction rest = Faction.VanuSovereignty, int lag = 0) => new(
        requestedAt,
        lag,
        10,
        [Owner(WarpgateVs, vs), Owner(WarpgateNc, nc), Owner(WarpgateTr, tr), Owner(Outpost, rest), Owner(Tower, rest), Owner(Island, rest), new(999, Faction.None)]);

    public static ReportMap PollOf(double second, int facility, Faction owner, int lag = 0) =>
        new(Start.AddSeconds(second), lag, 10, [Owner(facility, owner)]);

    public Decision<ZoneEvent> Tell(ZoneCommand command)
    {
        var decision = ZoneRules.Decide(State, Sight, command, Now);
        if (command is ReportMap poll)
        {
            Sight = Sight.After(State, poll);
        }

        State = decision.Events.Aggregate(State, (state, @event) => state.Apply(@event));
        Events.AddRange(decision.Events);
        Rejections.AddRange(decision.Rejections);
        return decision;
    }

    public Faction? OwnerOf(int facility) => State.Facilities.GetValueOrDefault(facility)?.Owner;

    private static RegionOwner Owner(int facility, Faction faction) => new(facility + 2000, faction);

    private static MapRegion Region(int facility, int type) =>
        new(facility + 2000, facility, $"Facility {facility}", type, type == MapRegion.WarpgateTypeId ? "Warpgate" : "Small Outpost", facility, -facility);
}
