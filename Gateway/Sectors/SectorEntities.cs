using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The entities that ids name, or the problem with the ids.</summary>
internal sealed class SectorEntities(UniverseKind universes, SectorKind sectors, PlayerKind players, TunnelKind tunnels)
{
    public const string UniverseField = "universe";
    public const string SectorField = "sector";
    public const string PlayerField = "player";
    public const string TunnelField = "tunnel";
    public const string From = "from";
    public const string To = "to";

    public (Entity? Entity, Problem? Problem) Universe(string universe) =>
        (SectorChecks.Id(UniverseField, universe)) is { } problem ? (null, problem) : (Of(universes, universe), null);

    public (Entity? Entity, Problem? Problem) Sector(string universe, string sector) =>
        (SectorChecks.Id(UniverseField, universe) ?? SectorChecks.Id(SectorField, sector)) is { } problem
            ? (null, problem)
            : (Of(sectors, SectorKeys.Sector(universe, sector)), null);

    public (Entity? Entity, Problem? Problem) Player(string universe, string player) =>
        (SectorChecks.Id(UniverseField, universe) ?? SectorChecks.Id(PlayerField, player)) is { } problem
            ? (null, problem)
            : (Of(players, SectorKeys.Player(universe, player)), null);

    public (Entity? Entity, Problem? Problem) Tunnel(string universe, string from, string to) =>
        (SectorChecks.Id(UniverseField, universe) ?? SectorChecks.Id(From, from) ?? SectorChecks.Id(To, to)) is { } problem
            ? (null, problem)
            : (Of(tunnels, SectorKeys.Tunnel(universe, from, to)), null);

    private static Entity Of(IEntityKind kind, string key) => new(kind, key, SectorTopics.Of(key));
}
