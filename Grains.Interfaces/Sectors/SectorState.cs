using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>
/// A sector: what it is, who is in it. The list follows the players' own records, each of which is the truth of where its
/// player is.
/// </summary>
/// <param name="Chart">What the map has of it; null where no map has it, so that nobody can go there.</param>
/// <param name="MapVersion">Version of the map that told of it last; 0 where none did.</param>
/// <param name="Players">Who is here, by player id.</param>
/// <param name="Parked">Ships without a pilot, by ship id. All ships here are these and the players'.</param>
/// <param name="Heard">The sequence of the last thing each player's record told, of those here and of some that left: what comes again is older.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorState")]
public sealed record SectorState(
    [property: Id(0)] SectorChart? Chart,
    [property: Id(1)] long MapVersion,
    [property: Id(2)] ImmutableSortedDictionary<string, PlayerEntry> Players,
    [property: Id(3)] ImmutableSortedDictionary<string, Ship> Parked,
    [property: Id(4)] ImmutableSortedDictionary<string, long> Heard) : IEntityState<SectorState, SectorEvent>
{
    public static SectorState Initial(string key) => SectorKeys.TryParseSector(key, out _, out _)
        ? new(null, 0, ImmutableSortedDictionary<string, PlayerEntry>.Empty, ImmutableSortedDictionary<string, Ship>.Empty, ImmutableSortedDictionary<string, long>.Empty)
        : throw new ArgumentException($"'{key}' is not a sector's key; one reads {{universe}}/{{sector}}.", nameof(key));

    public SectorState Apply(SectorEvent @event) => @event switch
    {
        SectorCharted e => this with { Chart = e.Chart, MapVersion = e.MapVersion, Parked = e.Ships is { } ships ? ParkedOf(ships) : Parked },
        SectorUncharted e => this with { Chart = null, MapVersion = e.MapVersion },
        PlayerJoined e => With(e.Entry, e.Told) with { Parked = Parked.Remove(e.Entry.Ship.Id) },
        PlayerEntryChanged e => With(e.Entry, e.Told) with { Parked = (e.LeftBehind is { } ship ? Parked.SetItem(ship.Id, ship) : Parked).Remove(e.Entry.Ship.Id) },
        PlayerLeft e => this with
        {
            Players = Players.Remove(e.Entry.PlayerId),
            Parked = e.ShipStays ? Parked.SetItem(e.Entry.Ship.Id, e.Entry.Ship) : Parked,
            Heard = Heard.SetItem(e.Entry.PlayerId, e.Told),
        },
        ShipRemoved e => this with { Parked = Parked.Remove(e.ShipId) },
        DeparturesForgotten e => this with { Heard = Heard.RemoveRange(e.Players.Where(player => !Players.ContainsKey(player))) },
        _ => this,
    };

    private SectorState With(PlayerEntry entry, long told) =>
        this with { Players = Players.SetItem(entry.PlayerId, entry), Heard = Heard.SetItem(entry.PlayerId, told) };

    private ImmutableSortedDictionary<string, Ship> ParkedOf(ImmutableArray<Ship> ships)
    {
        var flown = Players.Values.Select(entry => entry.Ship.Id).ToHashSet(StringComparer.Ordinal);
        return ships.Where(ship => !flown.Contains(ship.Id)).ToImmutableSortedDictionary(ship => ship.Id, ship => ship);
    }
}
