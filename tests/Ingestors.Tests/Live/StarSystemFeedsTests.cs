using System.Globalization;
using System.Text.Json.Nodes;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.StarSystems;
using OrleansGameState.Ingestors.Tests.StarSystems;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>Relays on real sockets, or the bundled recording, into the real grains.</summary>
public sealed class StarSystemFeedsTests
{
    private const long Sol = 10477373803;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Relay_BringsSystemsTheirTicks()
    {
        using var relay = new FakeRelay();
        await using var cluster = await LiveCluster.StartAsync();
        await using var ingestor = await LiveIngestor.StartAsync(cluster.Client, ("StarSystems:EddnEndpoint", relay.Endpoint));
        await relay.SendUntil(Seen(Now.AddMinutes(-30), 0.25), cluster.StarSystem(Sol, system => system.Last is not null));
        await relay.SendUntil(Seen(Now.AddMinutes(-1), 0.3), cluster.StarSystem(Sol, system => system.LastTick is not null));

        var system = await cluster.StarSystem(Sol, _ => true);

        Assert.Equal((TickPass.Inf, TickSource.Observed), (system.LastTick!.Metrics.TickPass, system.LastTick.Source));
        Assert.Equal("Sol", system.Last!.Name);
        var standing = Assert.Single(ingestor.Leases.Standings);
        Assert.Equal(("starsystems", "eddn", LeaseState.Active), (standing.Feed, standing.Part, standing.State));
        Assert.InRange(standing.Measures.Accepted, 2, int.MaxValue);
        Assert.Empty(standing.Measures.Refusals);
    }

    [Fact]
    public async Task TwoProcesses_TellOnce_AndOneTakesOverFromTheOther()
    {
        using var relay = new FakeRelay();
        await using var cluster = await LiveCluster.StartAsync(leaseSeconds: 60);
        await using var active = await LiveIngestor.StartAsync(cluster.Client, ("StarSystems:EddnEndpoint", relay.Endpoint));
        await relay.SendUntil(Seen(Now.AddMinutes(-30), 0.25), cluster.StarSystem(Sol, system => system.Last is not null));
        await using var standby = await LiveIngestor.StartAsync(cluster.Client, ("StarSystems:EddnEndpoint", relay.Endpoint));
        await relay.SendUntil(Seen(Now.AddMinutes(-20), 0.3), cluster.StarSystem(Sol, system => system.LastTick is not null));
        Assert.NotEqual(LeaseState.Active, Assert.Single(standby.Leases.Standings).State);
        Assert.Equal(0, Assert.Single(standby.Leases.Standings).Measures.Accepted);

        await active.StopAsync();
        await relay.SendUntil(Seen(Now.AddMinutes(-10), 0.35), cluster.StarSystem(Sol, system => system.RecentTicks.Length == 2));

        Assert.Equal(LeaseState.Active, Assert.Single(standby.Leases.Standings).State);
    }

    [Fact]
    public async Task Marches_AsFastAsPossible_EndWhereTheyEnd()
    {
        await using var cluster = await LiveCluster.StartAsync();
        await using var ingestor = await LiveIngestor.StartAsync(cluster.Client, ("Replay:Files", Path.Combine(RepositoryFiles.StarSystems, "marches.ndjson")), ("Replay:Speed", "0"));

        var grenholt = await cluster.StarSystem(Address(7), system => system.RecentTicks.Length == 3);
        Assert.Equal(("Grenholt", true), (grenholt.LastExpansion!.System, grenholt.LastExpansion.InfDrop > 0.12m));
        var eskerval = await cluster.StarSystem(Address(5), system => system.LastFactionsChanged is { FactionChanges.Retreated.IsEmpty: false });
        Assert.Equal(["Wandering Lamp Syndicate"], eskerval.LastFactionsChanged!.FactionChanges.Retreated.ToArray());
        await cluster.StarSystem(Address(3), system => system.RecentTicks.Length == 3);
        Assert.Contains(await cluster.Events(Address(3)), told => told is SystemTicked { Tick.Metrics.ConflictEnded: true });
        foreach (var number in new[] { 10, 21, 25 })
        {
            await cluster.StarSystem(Address(number), system => system.RecentTicks.Length >= 2);
        }

        Assert.Equal(TickSource.Relayed, (await cluster.StarSystem(9_100_000_000_001, system => system.LastExpansion is not null)).LastTick!.Source);
        var galaxy = await cluster.Galaxy(galaxy => galaxy.Ticks is [{ Standing: GalaxyTickStanding.Confirmed }]);
        Assert.Single(galaxy.Ticks);

        var standings = ingestor.Leases.Standings.Where(standing => standing.Feed == "starsystems").ToDictionary(standing => standing.Part);
        Assert.Equal(
            [(FrameRefusal.BadField, 1), (Refusals.DamagedZlib, 1), ("future", 1), (FrameRefusal.MalformedJson, 1), ("older", 1), (Refusals.Stale, 1)],
            standings["eddn"].Measures.Refusals.Select(refusal => (refusal.Key, refusal.Value)));
        Assert.Equal([(Refusals.DamagedZlib, 1), (FrameRefusal.MissingField, 1)], standings["tickdetector"].Measures.Refusals.Select(refusal => (refusal.Key, refusal.Value)));
    }

    private static long Address(int number) => 9_000_000_000_007 + (number * 1_311_768L);

    private static JsonObject Seen(DateTimeOffset at, double influence) => Frames.Jump(
        ("timestamp", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("Factions", new JsonArray(
            new JsonObject { ["Name"] = "Mother Gaia", ["Influence"] = 1 - influence },
            new JsonObject { ["Name"] = "Sol Workers' Party", ["Influence"] = influence })));
}
