using System.Collections.Immutable;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What an audit finds to be looked after. Things go on meanwhile: each is asked again before anything is done.</summary>
/// <param name="Looked">How many players there are.</param>
/// <param name="Silent">Players who were silent past the limit.</param>
/// <param name="Missing">Players whom the list of the sector lacks that their records name.</param>
/// <param name="Strays">Entries of players whose records say otherwise, with what the sector had heard of each.</param>
/// <param name="Ships">Ships without a pilot that a player flies.</param>
/// <param name="Tunnels">Tunnels with reservations that have stood for long.</param>
/// <param name="Departures">By sector, players who left it and whose records owe it nothing, with what it had heard of each.</param>
internal sealed record AuditFindings(
    int Looked,
    ImmutableArray<string> Silent,
    ImmutableArray<(string Player, string Sector)> Missing,
    ImmutableArray<(string Player, string Sector, long Heard)> Strays,
    ImmutableArray<(string Ship, string Sector, string Player)> Ships,
    ImmutableArray<AuditedTunnel> Tunnels,
    ImmutableArray<(string Sector, ImmutableSortedDictionary<string, long> Heard)> Departures);
