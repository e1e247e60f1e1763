using Google.Protobuf.WellKnownTypes;
using OrleansGameState.Gateway.Sectors.V1;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What sectors, players and tunnels are made of, as gRPC messages. The enums' numbers are the same on both sides, but for that of ways.</summary>
internal static class PartMessages
{
    public static Timestamp Time(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    public static Timestamp? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    public static MoveVia Via(Domain.MoveVia? via) => via switch
    {
        Domain.MoveVia.Warp => MoveVia.Warp,
        Domain.MoveVia.Tunnel => MoveVia.Tunnel,
        _ => MoveVia.Unspecified,
    };

    public static Ship Of(Domain.Ship ship) => new() { Id = ship.Id, Name = ship.Name, Type = ship.Type };

    public static Place Of(Domain.Place place) => new() { Id = place.Id, Name = place.Name };

    public static Way Of(Domain.SectorLink link) => new() { To = link.To, TurnCost = link.TurnCost };

    public static Defenses Of(Domain.SectorDefenses defenses) =>
        new() { DefenseDrones = defenses.DefenseDrones, Fighters = defenses.Fighters, Mines = defenses.Mines };

    public static Session? Of(Domain.PlayerSession? session) => session is null ? null : new() { Id = session.Id, StartedAt = Time(session.StartedAt) };

    public static Entry Of(Domain.PlayerEntry entry)
    {
        var message = new Entry
        {
            PlayerId = entry.PlayerId,
            Username = entry.Username,
            ShipId = entry.Ship.Id,
            ShipName = entry.Ship.Name,
            ShipType = entry.Ship.Type,
            ArrivedAt = Time(entry.ArrivedAt),
        };
        if (entry.TeamId is { } team)
        {
            message.TeamId = team;
        }

        return message;
    }

    public static Passage? Of(Domain.TunnelPassage? passage)
    {
        if (passage is null)
        {
            return null;
        }

        var message = new Passage { Type = passage.Type, Stability = passage.Stability, Effects = { passage.Effects.Select(Of) } };
        if (passage.UsesLeft is { } left)
        {
            message.UsesLeft = left;
        }

        return message;
    }

    public static Encounter Of(Domain.Encounter encounter)
    {
        var message = new Encounter
        {
            Kind = (EncounterKind)encounter.Kind,
            ThreatLevel = (ThreatLevel)encounter.ThreatLevel,
            Players = { encounter.Players.Select(Of) },
        };
        if (encounter.Hazard is { } hazard)
        {
            message.Hazard = hazard;
        }

        if (encounter.Count is { } count)
        {
            message.Count = count;
        }

        return message;
    }

    public static ImportReport Of(Domain.ImportReport report) => new()
    {
        Sectors = report.Sectors,
        Stubs = report.Stubs,
        Links = report.Links,
        Tunnels = report.Tunnels,
        Ships = report.Ships,
        DanglingLinks = { report.DanglingLinks },
        DuplicateShips = { report.DuplicateShips },
    };

    public static SweepReport Of(Domain.SweepReport report) => new()
    {
        At = Time(report.At),
        Looked = report.Looked,
        Swept = { report.Swept },
        Healed = { report.Healed },
        Strays = { report.Strays },
        Ships = { report.Ships },
        Reservations = { report.Reservations },
        Counts = new()
        {
            Swept = report.Counts.Swept,
            Healed = report.Counts.Healed,
            Strays = report.Counts.Strays,
            Ships = report.Counts.Ships,
            Reservations = report.Counts.Reservations,
        },
    };

    private static TunnelEffect Of(Domain.TunnelEffect effect)
    {
        var message = new TunnelEffect { Kind = (TunnelEffectKind)effect.Kind };
        if (effect.Severity is { } severity)
        {
            message.Severity = (ThreatLevel)severity;
        }

        return message;
    }
}
