using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A warp tunnel. Its uses and what is reserved of them never exceed its limit.</summary>
/// <param name="Chart">What the map has of it; null where no map has it.</param>
/// <param name="MapVersion">Version of the map that told of it last; 0 where none did.</param>
/// <param name="Status">Whether one can pass.</param>
/// <param name="Uses">Passages whose moves are committed; counted where there is a limit.</param>
/// <param name="Reserved">Uses of moves that are not known to be committed, by player and move: <see cref="ReservationKey"/>; when each was reserved.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.WarpTunnelState")]
public sealed record WarpTunnelState(
    [property: Id(0)] TunnelChart? Chart,
    [property: Id(1)] long MapVersion,
    [property: Id(2)] TunnelStatus Status,
    [property: Id(3)] int Uses,
    [property: Id(4)] ImmutableSortedDictionary<string, DateTimeOffset> Reserved) : IEntityState<WarpTunnelState, WarpTunnelEvent>
{
    /// <summary>Uses that can still be reserved; null where there is no limit.</summary>
    [JsonIgnore]
    public int? UsesLeft => Chart?.MaxUses is { } most ? Math.Max(0, most - Uses - Reserved.Count) : null;

    [JsonIgnore]
    public bool IsOpen => Chart is not null && Status is TunnelStatus.Active or TunnelStatus.Unstable or TunnelStatus.Degrading;

    public static WarpTunnelState Initial(string key) => SectorKeys.TryParseTunnel(key, out _, out _, out _)
        ? new(null, 0, TunnelStatus.Forming, 0, ImmutableSortedDictionary<string, DateTimeOffset>.Empty)
        : throw new ArgumentException($"'{key}' is not a tunnel's key; one reads {{universe}}/tunnel/{{from}}-{{to}}.", nameof(key));

    /// <summary>Under what a move's use is reserved. Ids have no spaces.</summary>
    public static string ReservationKey(string playerId, string moveId) => $"{playerId} {moveId}";

    public WarpTunnelState Apply(WarpTunnelEvent @event) => @event switch
    {
        TunnelCharted e => this with { Chart = e.Chart, MapVersion = e.MapVersion, Status = e.Status, Uses = e.Uses },
        TunnelUncharted e => this with { Chart = null, MapVersion = e.MapVersion },
        TunnelReserved e => this with { Reserved = Reserved.SetItem(ReservationKey(e.PlayerId, e.MoveId), e.OccurredAt) },
        TunnelReleased e => this with { Reserved = Reserved.Remove(ReservationKey(e.PlayerId, e.MoveId)) },
        TunnelUsed e => this with { Reserved = Reserved.Remove(ReservationKey(e.PlayerId, e.MoveId)), Uses = Uses + 1 },
        TunnelCollapsed => this with { Status = TunnelStatus.Collapsed },
        _ => this,
    };
}
