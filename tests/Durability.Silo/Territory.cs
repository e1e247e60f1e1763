using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Durability.Silo;

/// <summary>The zone's own commands.</summary>
internal static class Territory
{
    private const int Warpgates = 2;

    public static ZoneCommand Of(Command command) => command.Facilities > 0
        ? new LearnMap(new($"Continent {command.Zone}", new(2026, 1, 1), $"{command.Facilities}", [.. Enumerable.Range(1, command.Facilities).Select(Region)], []))
        : new ReportFacilityControl(command.Facility, (Faction)command.From, (Faction)command.To, 60, command.Outfit, command.At);

    private static MapRegion Region(int facility) => facility <= Warpgates
        ? new(facility, facility, $"Gate {facility}", MapRegion.WarpgateTypeId, "Warpgate", 0, facility)
        : new(facility, facility, $"Outpost {facility}", 6, "Small Outpost", 0, facility);
}
