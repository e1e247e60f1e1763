using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>A system with three factions, seen on one day after another.</summary>
internal static class Systems
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string Name(long address) => $"Rana {address}";

    /// <summary>The ruler's influence is as given, the visitor has a tenth, the other natives have the rest.</summary>
    public static Observation Seen(long address, DateTimeOffset at, decimal ruler, params string[] rulersStates) => new(
        at,
        Name(address),
        new(6.5, -28, 0),
        1927340,
        $"{Name(address)} Council",
        "Independent",
        "$government_Democracy;",
        "$economy_Industrial;",
        "$SYSTEM_SECURITY_medium;",
        [
            Faction("Bluestar PMC", 0.1m),
            Faction($"{Name(address)} Council", ruler, rulersStates),
            Faction($"{Name(address)} Mining Co", 0.9m - ruler),
        ],
        [new("election", "active", new("Bluestar PMC", "", 1), new($"{Name(address)} Mining Co", "Hooke Dock", 0))]);

    public static IStarSystemGrain System(this GatewayHost host, long address) => host.Grains.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(address));

    public static IGalaxyGrain Galaxy(this GatewayHost host) => host.Grains.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);

    public static async Task<long> See(this GatewayHost host, long address, DateTimeOffset at, decimal ruler, params string[] rulersStates) =>
        (await host.System(address).Execute(new ReportObservation(Seen(address, at, ruler, rulersStates)))).Sequence;

    private static FactionPresence Faction(string name, decimal influence, params string[] states) =>
        new(name, influence, null, states.FirstOrDefault("None"), "Democracy", "Independent", "$Faction_HappinessBand2;", [.. states], [], ImmutableArray<string>.Empty);
}
