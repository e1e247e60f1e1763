using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Gateway.Sectors.V1;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From the histories of sectors, tunnels and universes to gRPC messages.</summary>
internal static class SectorEventMessages
{
    public static SectorEvent SectorOf(Envelope envelope)
    {
        var fact = (Domain.SectorEvent)envelope.Event;
        var message = new SectorEvent
        {
            Sector = SectorParts.OfSector(envelope.Key).Sector,
            Sequence = envelope.Sequence,
            At = PartMessages.Time(envelope.At),
            OccurredAt = PartMessages.Time(fact.OccurredAt),
        };
        switch (fact)
        {
            case Domain.PlayerJoined e:
                message.PlayerJoined = new() { Player = PartMessages.Of(e.Entry), Reason = (PresenceReason)e.Reason, Told = e.Told };
                break;
            case Domain.PlayerLeft e:
                message.PlayerLeft = new() { Player = PartMessages.Of(e.Entry), Reason = (PresenceReason)e.Reason, ShipStays = e.ShipStays, Told = e.Told };
                break;
            case Domain.PlayerEntryChanged e:
                message.PlayerChanged = new() { Player = PartMessages.Of(e.Entry), LeftBehind = e.LeftBehind is { } ship ? PartMessages.Of(ship) : null, Told = e.Told };
                break;
            case Domain.SectorCharted e:
                message.Charted = Of(e);
                break;
            case Domain.SectorUncharted e:
                message.Uncharted = new() { MapVersion = e.MapVersion };
                break;
            case Domain.ShipRemoved e:
                message.ShipRemoved = new() { ShipId = e.ShipId };
                break;
            case Domain.DeparturesForgotten e:
                message.DeparturesForgotten = new() { PlayerIds = { e.Players } };
                break;
            default:
                break;
        }

        return message;
    }

    public static TunnelEvent TunnelOf(Envelope envelope)
    {
        var fact = (Domain.WarpTunnelEvent)envelope.Event;
        var (_, from, to) = SectorParts.OfTunnel(envelope.Key);
        var message = new TunnelEvent
        {
            From = from,
            To = to,
            Sequence = envelope.Sequence,
            At = PartMessages.Time(envelope.At),
            OccurredAt = PartMessages.Time(fact.OccurredAt),
        };
        switch (fact)
        {
            case Domain.TunnelCharted e:
                message.Charted = Of(e);
                break;
            case Domain.TunnelUncharted e:
                message.Uncharted = new() { MapVersion = e.MapVersion };
                break;
            case Domain.TunnelReserved e:
                message.Reserved = new() { Player = e.PlayerId, MoveId = e.MoveId };
                break;
            case Domain.TunnelReleased e:
                message.Released = new() { Player = e.PlayerId, MoveId = e.MoveId };
                break;
            case Domain.TunnelUsed e:
                message.Used = new() { Player = e.PlayerId, MoveId = e.MoveId };
                break;
            case Domain.TunnelDegradationWarned e:
                message.DegradationWarning = new() { UsesLeft = e.UsesLeft };
                break;
            case Domain.TunnelCollapsed:
                message.Collapsed = new();
                break;
            default:
                break;
        }

        return message;
    }

    public static UniverseEvent UniverseOf(Envelope envelope)
    {
        var message = new UniverseEvent { Universe = Domain.SectorKeys.UniverseOf(envelope.Key), Sequence = envelope.Sequence, At = PartMessages.Time(envelope.At) };
        switch (envelope.Event)
        {
            case Domain.ImportBegan e:
                message.OccurredAt = PartMessages.Time(e.OccurredAt);
                message.ImportBegan = new() { Version = e.Version, Report = PartMessages.Of(e.Report) };
                break;
            case Domain.ImportFinished e:
                message.OccurredAt = PartMessages.Time(e.OccurredAt);
                message.ImportFinished = new() { Version = e.Version };
                break;
            case Domain.UniverseSwept e:
                message.OccurredAt = PartMessages.Time(e.OccurredAt);
                message.Swept = PartMessages.Of(e.Report);
                break;
            case Domain.MapImported e:
                message.OccurredAt = PartMessages.Time(e.OccurredAt);
                message.MapImported = new() { Version = e.Map.Version, Report = PartMessages.Of(e.Report) };
                break;
            default:
                break;
        }

        return message;
    }

    public static SystemEvent SystemOf(Envelope envelope)
    {
        var message = new SystemEvent { Topic = SectorTopics.Of(envelope.Key) };
        switch (envelope.Event)
        {
            case Domain.SectorEvent:
                message.Sector = SectorOf(envelope);
                break;
            case Domain.PlayerEvent:
                message.Player = PlayerEventMessages.Of(envelope);
                break;
            case Domain.WarpTunnelEvent:
                message.Tunnel = TunnelOf(envelope);
                break;
            default:
                message.Universe = UniverseOf(envelope);
                break;
        }

        return message;
    }

    private static SectorCharted Of(Domain.SectorCharted e)
    {
        var chart = e.Chart;
        var message = new SectorCharted
        {
            MapVersion = e.MapVersion,
            Name = chart.Name,
            Type = chart.Type,
            HazardLevel = chart.HazardLevel,
            Defenses = PartMessages.Of(chart.Defenses),
            Ports = { chart.Ports.Select(PartMessages.Of) },
            Planets = { chart.Planets.Select(PartMessages.Of) },
            Neighbours = { chart.Links.Select(PartMessages.Of) },
            Tunnels = { chart.Tunnels.Select(PartMessages.Of) },
            IsStub = chart.IsStub,
            TellsShips = e.Ships is not null,
            Ships = { (e.Ships ?? []).Select(PartMessages.Of) },
        };
        if (chart.Beacon is { } beacon)
        {
            message.Beacon = beacon;
        }

        return message;
    }

    private static TunnelCharted Of(Domain.TunnelCharted e)
    {
        var message = new TunnelCharted
        {
            MapVersion = e.MapVersion,
            Type = e.Chart.Type,
            Stability = e.Chart.Stability,
            Status = (TunnelStatus)e.Status,
            TurnCost = e.Chart.TurnCost,
            CurrentUses = e.Uses,
        };
        if (e.Chart.MaxUses is { } most)
        {
            message.MaxUses = most;
        }

        return message;
    }
}
