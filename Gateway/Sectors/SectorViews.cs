using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From sectors' and tunnels' state to what clients see.</summary>
internal static class SectorViews
{
    public static SectorView Of(Snapshot<SectorState> snapshot)
    {
        var (universe, id) = SectorParts.OfSector(snapshot.Key);
        var (state, chart) = (snapshot.State, snapshot.State.Chart);
        return new(
            universe,
            id,
            snapshot.Sequence,
            snapshot.AsOf,
            chart?.Name ?? "",
            chart?.Type ?? "",
            chart?.HazardLevel ?? 0,
            chart?.Defenses ?? SectorDefenses.None,
            chart?.Beacon,
            chart?.Ports ?? [],
            chart?.Planets ?? [],
            chart?.Links ?? [],
            chart?.Tunnels ?? [],
            chart?.IsStub ?? false,
            chart is not null,
            [.. Players(state).Select(Of)],
            [.. Ships(state)]);
    }

    public static EntryView Of(PlayerEntry entry) =>
        new(entry.PlayerId, entry.Username, entry.Ship.Id, entry.Ship.Name, entry.Ship.Type, entry.TeamId, entry.ArrivedAt);

    public static TunnelView Of(Snapshot<WarpTunnelState> snapshot)
    {
        var (universe, from, to) = SectorParts.OfTunnel(snapshot.Key);
        var (state, chart) = (snapshot.State, snapshot.State.Chart);
        return new(
            universe,
            from,
            to,
            chart?.Type ?? "",
            chart?.Stability ?? 0,
            SectorWire.Of(state.Status),
            chart?.TurnCost ?? 0,
            chart?.MaxUses,
            state.Uses,
            state.Reserved.Count,
            state.UsesLeft,
            chart is not null,
            snapshot.Sequence,
            snapshot.AsOf);
    }

    public static MapView Of(UniverseMap map) =>
        new(map.Version, [.. map.Sectors.Select(Of)], [.. map.Tunnels.Select(tunnel => tunnel.Chart)]);

    /// <summary>In the order in which they came.</summary>
    private static IOrderedEnumerable<PlayerEntry> Players(SectorState state) =>
        state.Players.Values.OrderBy(entry => entry.ArrivedAt).ThenBy(entry => entry.PlayerId, StringComparer.Ordinal);

    private static IOrderedEnumerable<PresentShipView> Ships(SectorState state)
    {
        var flown = state.Players.Values.Select(entry => Of(entry.Ship, entry.PlayerId));
        return flown.Concat(state.Parked.Values.Select(ship => Of(ship, null))).OrderBy(ship => ship.ShipId, StringComparer.Ordinal);
    }

    private static PresentShipView Of(Ship ship, string? pilot) => new(ship.Id, ship.Name, ship.Type, pilot);

    private static MapSectorView Of(SectorChart chart) => new(
        chart.Id,
        chart.Name,
        chart.Type,
        chart.HazardLevel,
        chart.Position?.X,
        chart.Position?.Y,
        chart.IsStub,
        [.. chart.Links.Select(link => link.To)],
        chart.Ports.Length > 0,
        chart.Planets.Length > 0);
}
