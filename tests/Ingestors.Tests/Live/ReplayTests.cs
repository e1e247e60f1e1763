using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>The bundled recording into the real grains.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Island_AsFastAsPossible_EndsWhereItBegan()
    {
        await using var host = await LiveHost.StartAsync(("Replay:Files", RepositoryFiles.Island), ("Replay:Speed", "0"));

        var zone = await host.Zone(10, 2, zone => zone is { Status: ZoneStatus.Open, LastLock: not null } && TerritoryControl.Of(zone).Sum(control => control.ConnectedFacilities) == 63);

        Assert.Equal("Carrowmoor", zone.Map!.Name);
        Assert.Equal(Faction.NewConglomerate, zone.LastLock!.TriggeringFaction);
        Assert.Null(zone.RunningAlert);

        // States between may never be committed: facts that come together are written together. Events all are.
        Assert.Contains(await host.Events(10, 2), told => told is FacilityCaptured { Participants.IsEmpty: false } or ParticipantsJoined);
        var world = await host.World(1, world => world.Zones.GetValueOrDefault(2u)?.LockedBy == Faction.TerranRepublic && world.Zones.GetValueOrDefault(8u)?.Status == ZoneStatus.Open);
        Assert.Equal("Lanthorn", world.Name);
        await host.World(10, world => world.Name == "Harrow" && world.Online == true && world.Zones.GetValueOrDefault(8u)?.LockedBy == Faction.VanuSovereignty);

        var refusals = host.Measures(10).Refusals;
        Assert.Equal(["duplicate", "unknown-facility"], refusals.Keys);
        Assert.Equal(2, refusals["unknown-facility"]);
        Assert.InRange(refusals["duplicate"], 3, 30);
    }
}
