using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Gateway.Sectors.V1;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From the states of sectors, players, tunnels and universes to gRPC messages.</summary>
internal static class SectorMessages
{
    public static Sector Of(Snapshot<Domain.SectorState> snapshot)
    {
        var view = SectorViews.Of(snapshot);
        var message = new Sector
        {
            Universe = view.Universe,
            Sector_ = view.Sector,
            Sequence = view.Sequence,
            AsOf = PartMessages.Time(view.AsOf),
            Name = view.Name,
            Type = view.Type,
            HazardLevel = view.HazardLevel,
            Defenses = PartMessages.Of(view.Defenses),
            Ports = { view.Ports.Select(PartMessages.Of) },
            Planets = { view.Planets.Select(PartMessages.Of) },
            Neighbours = { view.Neighbours.Select(PartMessages.Of) },
            Tunnels = { view.Tunnels.Select(PartMessages.Of) },
            IsStub = view.IsStub,
            IsCharted = view.IsCharted,
            PlayersPresent = { view.PlayersPresent.Select(entry => PartMessages.Of(snapshot.State.Players[entry.PlayerId])) },
            ShipsPresent = { view.ShipsPresent.Select(Of) },
        };
        if (view.Beacon is { } beacon)
        {
            message.Beacon = beacon;
        }

        return message;
    }

    public static Player Of(Snapshot<Domain.PlayerState> snapshot)
    {
        var view = PlayerViews.Of(snapshot);
        var message = new Player
        {
            Universe = view.Universe,
            Player_ = view.Player,
            Sequence = view.Sequence,
            AsOf = PartMessages.Time(view.AsOf),
            Username = view.Username,
            Ship = view.Ship is { } ship ? PartMessages.Of(ship) : null,
            Sector = view.Sector ?? "",
            IsPresent = view.IsPresent,
            IsActive = view.IsActive,
            Turns = view.Turns,
            LastActivityAt = PartMessages.Time(view.LastActivityAt),
            ArrivedAt = PartMessages.Time(view.ArrivedAt),
            AwaySince = PartMessages.Time(view.AwaySince),
            Session = PartMessages.Of(view.Session),
            Aria = new() { TotalInteractions = view.Aria.TotalInteractions, ConsciousnessLevel = view.Aria.ConsciousnessLevel },
        };
        if (view.Team is { } team)
        {
            message.Team = team;
        }

        if (view.Port is { } port)
        {
            message.Port = port;
        }

        if (view.Planet is { } planet)
        {
            message.Planet = planet;
        }

        return message;
    }

    public static Tunnel Of(Snapshot<Domain.WarpTunnelState> snapshot)
    {
        var view = SectorViews.Of(snapshot);
        var message = new Tunnel
        {
            Universe = view.Universe,
            From = view.From,
            To = view.To,
            Type = view.Type,
            Stability = view.Stability,
            Status = (TunnelStatus)snapshot.State.Status,
            TurnCost = view.TurnCost,
            CurrentUses = view.CurrentUses,
            Reserved = view.Reserved,
            IsCharted = view.IsCharted,
            Sequence = view.Sequence,
            AsOf = PartMessages.Time(view.AsOf),
        };
        if (view is { MaxUses: { } most, UsesLeft: { } left })
        {
            (message.MaxUses, message.UsesLeft) = (most, left);
        }

        return message;
    }

    public static Universe Of(Domain.UniverseStatus status)
    {
        var view = UniverseViews.Of(status);
        return new()
        {
            Universe_ = view.Universe,
            Sequence = view.Sequence,
            AsOf = PartMessages.Time(view.AsOf),
            Settings = Of(view.Settings),
            Import = view.Import is { } import ? Of(import) : null,
            LastSweep = view.LastSweep is { } sweep ? PartMessages.Of(sweep) : null,
        };
    }

    public static Presence Of(string universe, Domain.Presence presence) => new()
    {
        Universe = universe,
        At = PartMessages.Time(presence.At),
        Players =
        {
            presence.Players.Select(player => new Whereabouts
            {
                Player = player.PlayerId,
                Sequence = player.Sequence,
                Sector = player.Sector,
                IsActive = player.IsActive,
                Entry = PartMessages.Of(player.Entry),
            }),
        },
    };

    public static MoveResponse Of(Domain.MoveAnswer answer, Domain.PlayerMoved moved) => new()
    {
        MoveId = moved.MoveId,
        From = moved.From,
        To = moved.To,
        Via = PartMessages.Via(moved.Via),
        TurnCost = moved.TurnCost,
        TurnsLeft = moved.TurnsLeft,
        ArrivedAt = PartMessages.Time(moved.OccurredAt),
        IsRepeat = answer.IsRepeat,
        Aria = new() { TotalInteractions = moved.AriaInteractions, ConsciousnessLevel = moved.AriaLevel },
        LeveledUp = moved.HasLeveledUp,
        Passage = PartMessages.Of(moved.Passage),
        Encounters = { answer.Encounters.Select(PartMessages.Of) },
        Sequence = answer.Sequence,
    };

    private static PresentShip Of(PresentShipView ship)
    {
        var message = new PresentShip { Ship = new() { Id = ship.ShipId, Name = ship.ShipName, Type = ship.ShipType } };
        if (ship.PilotId is { } pilot)
        {
            message.PilotId = pilot;
        }

        return message;
    }

    private static Import Of(ImportView import) => new()
    {
        Version = import.Version,
        Phase = (ImportPhase)import.Phase,
        Told = import.Told,
        ToTell = import.ToTell,
        StartedAt = PartMessages.Time(import.StartedAt),
        FinishedAt = PartMessages.Time(import.FinishedAt),
        Report = PartMessages.Of(import.Report),
    };

    private static Settings Of(Domain.UniverseSettings settings)
    {
        var message = new Settings();
        if (settings.StartSector is { } start)
        {
            message.StartSector = start;
        }

        if (settings.StartingTurns is { } turns)
        {
            message.StartingTurns = turns;
        }

        if (settings.SessionMinutes is { } minutes)
        {
            message.SessionMinutes = minutes;
        }

        return message;
    }
}
