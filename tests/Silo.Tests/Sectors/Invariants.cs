using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>What holds of a universe where nothing is owed, read from what is durable alone.</summary>
internal sealed class Invariants
{
    private readonly SectorJournal _journal;
    private readonly (string Id, PlayerState State)[] _players;
    private readonly (string Id, SectorState State)[] _sectors;
    private readonly (string Key, WarpTunnelState State)[] _tunnels;
    private readonly List<string> _broken = [];

    private Invariants(SectorJournal journal)
    {
        _journal = journal;
        _players = [.. Of<PlayerState>(journal).Select(player => (Last(player.Key), player.State))];
        _sectors = [.. Of<SectorState>(journal).Select(sector => (Last(sector.Key), sector.State))];
        _tunnels = [.. Of<WarpTunnelState>(journal)];
    }

    /// <summary>Each that does not hold, with what is there instead; empty where all do.</summary>
    public static IReadOnlyList<string> Broken(SectorJournal journal)
    {
        var invariants = new Invariants(journal);
        invariants.Check();
        return invariants._broken;
    }

    private static IEnumerable<(string Key, T State)> Of<T>(SectorJournal journal) =>
        journal.Records.Values.Where(record => record.State is T).OrderBy(record => record.Key, StringComparer.Ordinal).Select(record => (record.Key, (T)record.State));

    private static string Last(string key) => key[(key.LastIndexOf('/') + 1)..];

    private void Check()
    {
        foreach (var record in _journal.Records.Values)
        {
            Require(record.Pending.IsEmpty, $"{record.Key} still owes {string.Join(", ", record.Pending)}");
        }

        var entries = _sectors.Sum(sector => sector.State.Players.Count);
        var present = _players.Count(player => player.State.IsPresent);
        Require(entries == present, $"the lists have {entries} entries, and {present} players are present");
        Array.ForEach(_players, player => CheckPlace(player.Id, player.State));
        Array.ForEach(_players, player => CheckHistory(player.Id, player.State));
        Array.ForEach(_tunnels, tunnel => CheckTunnel(tunnel.Key, tunnel.State));
    }

    private void CheckPlace(string id, PlayerState player)
    {
        var listed = _sectors.Where(sector => sector.State.Players.ContainsKey(id)).ToArray();
        var places = string.Join(", ", listed.Select(sector => sector.Id));
        var expected = player.IsPresent ? player.Sector : "";
        Require(places == expected, $"{id} is in the lists of [{places}], and their record says [{expected}]");
        if (player.Profile is not { } profile)
        {
            return;
        }

        foreach (var (sector, state) in listed)
        {
            var entry = new PlayerEntry(id, profile.Username, profile.Ship, profile.TeamId, player.ArrivedAt);
            Require(state.Players[id] == entry, $"{id}'s entry in {sector} is {state.Players[id]}, and by their record {entry}");
        }

        var parked = string.Join(", ", _sectors.Where(sector => sector.State.Parked.ContainsKey(profile.Ship.Id)).Select(sector => sector.Id));
        var left = player.IsPresent ? "" : player.Sector;
        Require(parked == left, $"{id}'s ship is without a pilot in [{parked}], and ought to be in [{left}]");
    }

    // The sectors' logs tell of a player what the player's own log does, once each, and of a move first the leaving.
    private void CheckHistory(string id, PlayerState player)
    {
        var own = _journal.Events.Where(envelope => envelope.Event is PlayerEvent && Last(envelope.Key) == id).ToArray();
        var expected = own.SelectMany(Told).ToArray();
        var told = _journal.Events.Select(envelope => ToldBy(envelope, id)).Where(line => line is not null).ToArray();
        Require(told.SequenceEqual(expected), $"of {id} the sectors told [{string.Join("; ", told)}], and it was [{string.Join("; ", expected)}]");

        var turns = own.Aggregate(0, (left, envelope) => envelope.Event switch
        {
            PlayerSpawned e => e.Turns,
            TurnsSet e => e.Turns,
            PlayerMoved e => left - e.TurnCost,
            _ => left,
        });
        Require(turns == player.Turns && turns >= 0, $"{id} has {player.Turns} turns, and ought to have {turns}");

        var moves = own.Select(envelope => envelope.Event switch { PlayerMoved e => e.MoveId, MoveRefused e => e.MoveId, _ => null }).Where(move => move is not null);
        foreach (var twice in moves.GroupBy(move => move).Where(same => same.Count() > 1))
        {
            _broken.Add($"{id}'s move {twice.Key} was answered {twice.Count()} times");
        }

        var arrivals = own.Where(envelope => envelope.Event is PlayerSpawned or PlayerMoved or PlayerTeleported or PlayerReturned).Select(envelope => ((PlayerEvent)envelope.Event).OccurredAt).ToArray();
        Require(arrivals.SequenceEqual(arrivals.Order()), $"{id} arrived before an earlier arrival");
    }

    private static IEnumerable<string> Told(Envelope envelope) => (envelope.Event switch
    {
        PlayerSpawned e => [$"{e.Sector} joined"],
        PlayerReturned e => [$"{e.Sector} joined"],
        PresenceAffirmed e => [$"{e.Sector} joined"],
        PlayerMoved e => [$"{e.From} left", $"{e.To} joined"],
        PlayerTeleported e => [$"{e.From} left", $"{e.To} joined"],
        PlayerSwept e => [$"{e.Sector} left"],
        _ => Array.Empty<string>(),
    }).Select(told => $"{told} at {envelope.Sequence}");

    private static string? ToldBy(Envelope envelope, string id) => envelope.Event switch
    {
        PlayerJoined e when e.Entry.PlayerId == id => $"{Last(envelope.Key)} joined at {e.Told}",
        PlayerLeft e when e.Entry.PlayerId == id => $"{Last(envelope.Key)} left at {e.Told}",
        _ => null,
    };

    private void CheckTunnel(string key, WarpTunnelState tunnel)
    {
        if (tunnel.Chart is not { } chart)
        {
            return;
        }

        var passages = _journal.Events.Count(envelope => envelope.Event is PlayerMoved { Via: MoveVia.Tunnel } moved && moved.From == chart.From && moved.To == chart.To);
        var first = _journal.Events.Where(envelope => envelope.Key == key).Select(envelope => envelope.Event).OfType<TunnelCharted>().First().Uses;
        var uses = first + (chart.MaxUses is null ? 0 : passages);
        Require(tunnel.Uses == uses, $"{key} has {tunnel.Uses} uses, and ought to have {uses}");
        Require(tunnel.Reserved.IsEmpty, $"{key} still reserves {string.Join(", ", tunnel.Reserved.Keys)}");
        Require(chart.MaxUses is null || tunnel.Uses <= chart.MaxUses, $"{key} has {tunnel.Uses} uses of {chart.MaxUses}");
        Require(tunnel.Status == TunnelStatus.Collapsed == (tunnel.Uses >= chart.MaxUses), $"{key} is {tunnel.Status} with {tunnel.Uses} uses of {chart.MaxUses}");
    }

    private void Require(bool holds, string broken)
    {
        if (!holds)
        {
            _broken.Add(broken);
        }
    }
}
