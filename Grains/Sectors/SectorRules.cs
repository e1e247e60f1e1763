using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// The rules of a sector. Pure. What players' records tell may come twice and late: what is not newer than the last that
/// was heard of the player changes nothing.
/// </summary>
internal static class SectorRules
{
    public static Decision<SectorEvent> Decide(SectorState sector, SectorCommand command, DateTimeOffset now) => command switch
    {
        ChartSector chart => chart.MapVersion > sector.MapVersion
            ? Decision<SectorEvent>.Of(new SectorCharted(now, chart.MapVersion, chart.Chart, chart.Ships))
            : Decision<SectorEvent>.Nothing,
        UnchartSector unchart => unchart.MapVersion > sector.MapVersion
            ? Decision<SectorEvent>.Of(new SectorUncharted(now, unchart.MapVersion))
            : Decision<SectorEvent>.Nothing,
        RemoveStray stray => Remove(sector, stray, now),
        RemoveShip ship => sector.Parked.ContainsKey(ship.ShipId)
            ? Decision<SectorEvent>.Of(new ShipRemoved(now, ship.ShipId))
            : Decision<SectorEvent>.Nothing,
        ForgetDepartures departures => Forget(sector, departures, now),
        _ => throw new ArgumentException($"{command.GetType()} is not a command of a sector.", nameof(command)),
    };

    /// <summary>What a player's record told.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="told">What happened.</param>
    /// <param name="sequence">Sequence of the event in the player's record.</param>
    public static Decision<SectorEvent> Hear(SectorState sector, EntityEvent told, long sequence) => told switch
    {
        // Whoever was missing when it was looked, and has come meanwhile, need not be announced again.
        PlayerJoined { Reason: PresenceReason.Healed } joined when sector.Players.TryGetValue(joined.Entry.PlayerId, out var known) && known == joined.Entry =>
            Decision<SectorEvent>.Nothing,
        PlayerJoined joined when IsNew(sector, joined.Entry, sequence) =>
            Decision<SectorEvent>.Of(joined with { Entry = Later(sector, joined.Entry), Told = sequence }),
        PlayerEntryChanged changed when IsNew(sector, changed.Entry, sequence) => Change(sector, changed, sequence),
        PlayerLeft left when IsNew(sector, left.Entry, sequence) && sector.Players.TryGetValue(left.Entry.PlayerId, out var entry) =>
            Decision<SectorEvent>.Of(left with { Entry = entry, Told = sequence }),
        _ => Decision<SectorEvent>.Nothing,
    };

    /// <summary>Of whom a player's record told.</summary>
    public static string PlayerOf(EntityEvent told) => told switch
    {
        PlayerJoined joined => joined.Entry.PlayerId,
        PlayerEntryChanged changed => changed.Entry.PlayerId,
        PlayerLeft left => left.Entry.PlayerId,
        _ => throw new ArgumentException($"{told.GetType()} is not what a player's record tells a sector.", nameof(told)),
    };

    /// <summary>Sequence of the last event that a player's record told; 0 where none did.</summary>
    public static long HeardOf(SectorState sector, string player) => sector.Heard.GetValueOrDefault(player);

    /// <summary>True of one who leaves, newly told, and whom the list does not have: it has lost them before.</summary>
    public static bool IsMissed(SectorState sector, EntityEvent told, long sequence) =>
        told is PlayerLeft left && IsNew(sector, left.Entry, sequence) && !sector.Players.ContainsKey(left.Entry.PlayerId);

    private static bool IsNew(SectorState sector, PlayerEntry entry, long sequence) => sequence > HeardOf(sector, entry.PlayerId);

    // By the player's record they were here then: where the list had lost them, they are in it again.
    private static Decision<SectorEvent> Change(SectorState sector, PlayerEntryChanged changed, long sequence)
    {
        var told = changed with { Entry = Later(sector, changed.Entry), Told = sequence };
        return sector.Players.ContainsKey(changed.Entry.PlayerId)
            ? Decision<SectorEvent>.Of(told)
            : Decision<SectorEvent>.Of(new PlayerJoined(told.OccurredAt, told.Entry, PresenceReason.Healed, sequence), told);
    }

    // Nobody arrives earlier than they did.
    private static PlayerEntry Later(SectorState sector, PlayerEntry entry) =>
        sector.Players.TryGetValue(entry.PlayerId, out var known) && known.ArrivedAt > entry.ArrivedAt ? entry with { ArrivedAt = known.ArrivedAt } : entry;

    private static Decision<SectorEvent> Remove(SectorState sector, RemoveStray stray, DateTimeOffset now) =>
        !sector.Players.TryGetValue(stray.PlayerId, out var entry) ? Decision<SectorEvent>.Nothing
        : HeardOf(sector, stray.PlayerId) != stray.Heard ? Decision<SectorEvent>.Reject("told-since", "heard", $"The record of {stray.PlayerId} told the sector something meanwhile.")
        : Decision<SectorEvent>.Of(new PlayerLeft(now, entry, PresenceReason.Healed, false, stray.Heard));

    private static Decision<SectorEvent> Forget(SectorState sector, ForgetDepartures departures, DateTimeOffset now)
    {
        ImmutableArray<string> gone =
        [
            .. departures.Heard
                .Where(heard => !sector.Players.ContainsKey(heard.Key) && sector.Heard.TryGetValue(heard.Key, out var last) && last == heard.Value)
                .Select(heard => heard.Key),
        ];
        return gone.IsEmpty ? Decision<SectorEvent>.Nothing : Decision<SectorEvent>.Of(new DeparturesForgotten(now, gone));
    }
}
