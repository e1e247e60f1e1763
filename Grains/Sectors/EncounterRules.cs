using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What whoever enters a sector meets. Pure.</summary>
internal static class EncounterRules
{
    private const double Dangerous = 7;
    private const int ManyDrones = 10;

    public static ImmutableArray<Encounter> Of(SectorSurroundings sector)
    {
        var met = ImmutableArray.CreateBuilder<Encounter>();
        if (!sector.Players.IsEmpty)
        {
            met.Add(new(EncounterKind.Players, ThreatLevel.Varies, sector.Players, null, null));
        }

        if (SectorTypes.Hazards.Contains(sector.Type))
        {
            met.Add(new(EncounterKind.SectorHazard, sector.HazardLevel < Dangerous ? ThreatLevel.Medium : ThreatLevel.High, [], sector.Type, null));
        }

        if (sector.DefenseDrones > 0)
        {
            met.Add(new(EncounterKind.Drones, sector.DefenseDrones < ManyDrones ? ThreatLevel.Low : ThreatLevel.Medium, [], null, sector.DefenseDrones));
        }

        return met.DrainToImmutable();
    }
}
