using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Gateway.Sectors.V1;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From players' histories to gRPC messages.</summary>
internal static class PlayerEventMessages
{
    public static PlayerEvent Of(Envelope envelope)
    {
        var fact = (Domain.PlayerEvent)envelope.Event;
        var message = new PlayerEvent
        {
            Player = SectorParts.OfPlayer(envelope.Key).Player,
            Sequence = envelope.Sequence,
            At = PartMessages.Time(envelope.At),
            OccurredAt = PartMessages.Time(fact.OccurredAt),
        };
        Put(message, fact);
        return message;
    }

    private static void Put(PlayerEvent message, Domain.PlayerEvent fact)
    {
        switch (fact)
        {
            case Domain.PlayerSpawned e:
                message.Spawned = new() { Profile = Of(e.Profile), Sector = e.Sector, Turns = e.Turns };
                break;
            case Domain.PlayerLoggedIn e:
                message.LoggedIn = new() { Session = PartMessages.Of(e.Session), AwaySince = PartMessages.Time(e.AwaySince) };
                break;
            case Domain.PlayerReturned e:
                message.Returned = new() { Sector = e.Sector };
                break;
            case Domain.ProfileChanged e:
                message.ProfileChanged = Of(e.Profile);
                break;
            case Domain.TurnsSet e:
                message.TurnsSet = new() { Turns = e.Turns };
                break;
            case Domain.PlayerMoved e:
                message.Moved = Of(e);
                break;
            case Domain.MoveRefused e:
                message.MoveRefused = new() { MoveId = e.MoveId, To = e.To, Via = PartMessages.Via(e.Via), Code = e.Code, Field = e.Field, Message = e.Message };
                break;
            case Domain.PlayerTeleported e:
                message.Teleported = new() { From = e.From, To = e.To };
                break;
            case Domain.PlayerSwept e:
                message.Swept = new() { Sector = e.Sector, SilentSince = PartMessages.Time(e.SilentSince) };
                break;
            case Domain.PresenceAffirmed e:
                message.PresenceAffirmed = new() { Sector = e.Sector };
                break;
            default:
                PutRest(message, fact);
                break;
        }
    }

    private static void PutRest(PlayerEvent message, Domain.PlayerEvent fact)
    {
        switch (fact)
        {
            case Domain.PlayerDocked e:
                message.Docked = new() { Port = e.PortId };
                break;
            case Domain.PlayerUndocked:
                message.Undocked = new();
                break;
            case Domain.PlayerLanded e:
                message.Landed = new() { Planet = e.PlanetId };
                break;
            case Domain.PlayerTookOff:
                message.TookOff = new();
                break;
            case Domain.PlayerSeen:
                message.Seen = new();
                break;
            case Domain.PlayerLoggedOut:
                message.LoggedOut = new();
                break;
            default:
                break;
        }
    }

    private static Profile Of(Domain.PlayerProfile profile)
    {
        var message = new Profile { Username = profile.Username, Ship = PartMessages.Of(profile.Ship) };
        if (profile.TeamId is { } team)
        {
            message.Team = team;
        }

        return message;
    }

    private static PlayerMoved Of(Domain.PlayerMoved e) => new()
    {
        MoveId = e.MoveId,
        From = e.From,
        To = e.To,
        Via = PartMessages.Via(e.Via),
        TurnCost = e.TurnCost,
        TurnsLeft = e.TurnsLeft,
        Aria = new() { TotalInteractions = e.AriaInteractions, ConsciousnessLevel = e.AriaLevel },
        LeveledUp = e.HasLeveledUp,
        Passage = PartMessages.Of(e.Passage),
    };
}
