using System.Globalization;
using OrleansGameState.Gateway.Territory.V1;
using Domain = OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>The facts about a zone as gRPC messages.</summary>
internal static class ZoneEventMessages
{
    public static void Put(ZoneEvent message, Domain.ZoneEvent fact)
    {
        switch (fact)
        {
            case Domain.FacilityCaptured e:
                message.FacilityCaptured = Captured(e);
                break;
            case Domain.FacilityOwnerLearned e:
                message.FacilityOwnerLearned = new() { FacilityId = e.FacilityId, Faction = (Faction)e.Faction };
                break;
            case Domain.FacilityDefended e:
                message.FacilityDefended = Defended(e);
                break;
            case Domain.ParticipantsJoined e:
                message.ParticipantsJoined = new() { FacilityId = e.FacilityId, Participants = { e.Participants } };
                break;
            case Domain.ZoneLocked e:
                message.ZoneLocked = Locked(e);
                break;
            case Domain.ZoneUnlocked e:
                message.ZoneUnlocked = Unlocked(e);
                break;
            case Domain.ContinentLockReported e:
                message.ContinentLockReported = TerritoryMessages.Lock(e);
                break;
            case Domain.AlertChanged e:
                message.AlertChanged = Alert(e);
                break;
            case Domain.ZoneMapChanged e:
                message.ZoneMapChanged = Map(e.Map);
                break;
            case Domain.ZoneRetired:
                message.ZoneRetired = new();
                break;
            default:
                break;
        }
    }

    private static FacilityCaptured Captured(Domain.FacilityCaptured e)
    {
        var message = new FacilityCaptured
        {
            FacilityId = e.FacilityId,
            OldFaction = (Faction)e.OldFaction,
            NewFaction = (Faction)e.NewFaction,
            Source = (ChangeSource)e.Source,
            UncertaintySeconds = e.UncertaintySeconds,
            Restates = e.Restates,
            Participants = { e.Participants.IsDefault ? [] : e.Participants },
        };
        if (e.OutfitId is { } outfit)
        {
            message.OutfitId = outfit;
        }

        if (e.HeldSeconds is { } held)
        {
            message.HeldSeconds = held;
        }

        return message;
    }

    private static FacilityDefended Defended(Domain.FacilityDefended e)
    {
        var message = new FacilityDefended { FacilityId = e.FacilityId, Faction = (Faction)e.Faction, HeldSeconds = e.HeldSeconds };
        if (e.OutfitId is { } outfit)
        {
            message.OutfitId = outfit;
        }

        return message;
    }

    private static ZoneLocked Locked(Domain.ZoneLocked e)
    {
        var message = new ZoneLocked { Cause = (LockCause)e.Cause };
        if (e.Faction is { } faction)
        {
            message.Faction = (Faction)faction;
        }

        return message;
    }

    private static ZoneUnlocked Unlocked(Domain.ZoneUnlocked e)
    {
        var message = new ZoneUnlocked { Cause = (LockCause)e.Cause };
        if (e.Previously is { } faction)
        {
            message.Previously = (Faction)faction;
        }

        return message;
    }

    private static AlertChanged Alert(Domain.AlertChanged e)
    {
        var message = new AlertChanged { MetagameEventId = e.MetagameEventId, State = (AlertState)e.State };
        if (e.InstanceId is { } instance)
        {
            message.InstanceId = instance;
        }

        return message;
    }

    private static ZoneMapChanged Map(Domain.ZoneMap map) => new()
    {
        Name = map.Name,
        Version = map.Version.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Regions = map.Regions.Length,
        Links = map.Links.Length,
    };
}
