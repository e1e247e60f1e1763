using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using Domain = OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>From the grains' state to gRPC messages. The enums' numbers are the same on both sides.</summary>
internal static class TerritoryMessages
{
    public static Zone Of(Snapshot<ZoneState> snapshot)
    {
        var view = TerritoryViews.Of(snapshot);
        var message = new Zone
        {
            WorldId = view.WorldId,
            ZoneId = view.ZoneId,
            Name = view.Name,
            Status = (V1.ZoneStatus)view.Status,
            StatusSince = Time(view.StatusSince),
            Sequence = view.Sequence,
            AsOf = Time(view.AsOf),
            MapVersion = view.MapVersion?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Facilities = { view.Facilities.Select(Facility) },
            Links = { view.Links.Select(link => new Link { FacilityA = link[0], FacilityB = link[1] }) },
            Control = { view.Control.Select(Control) },
            Alert = view.Alert is { } alert ? Alert(alert) : null,
            LastLock = snapshot.State.LastLock is { } last ? Lock(last) : null,
        };
        if (view.LockedBy is { } faction)
        {
            message.LockedBy = (V1.Faction)faction;
        }

        return message;
    }

    public static World Of(WorldStatus status)
    {
        var message = Of(status.Snapshot);
        message.CapturesLastHour.AddRange(TerritoryViews.Captures(status).Select(pair => new FactionCaptures { Faction = (V1.Faction)pair.Faction, Captures = pair.Captures }));
        message.Feed = status.Feed is { } feed ? Feed(TerritoryViews.Feed(feed)) : null;
        return message;
    }

    /// <summary>The state alone, without what is only measured.</summary>
    public static World Of(Snapshot<WorldState> snapshot)
    {
        var view = TerritoryViews.Of(snapshot);
        var message = new World
        {
            WorldId = view.WorldId,
            Name = view.Name,
            Sequence = view.Sequence,
            AsOf = Time(view.AsOf),
            DegradedSince = Time(view.DegradedSince),
            DegradedReason = view.DegradedReason ?? "",
            Zones = { snapshot.State.Zones.Values.Select(Summary) },
        };
        if (view.Online is { } online)
        {
            message.Online = online;
        }

        return message;
    }

    public static V1.ZoneEvent ZoneEventOf(Envelope envelope)
    {
        var fact = (Domain.ZoneEvent)envelope.Event;
        var message = new V1.ZoneEvent { Sequence = envelope.Sequence, At = Time(envelope.At), OccurredAt = Time(fact.OccurredAt) };
        ZoneEventMessages.Put(message, fact);
        return message;
    }

    public static V1.WorldEvent WorldEventOf(Envelope envelope)
    {
        var fact = (Domain.WorldEvent)envelope.Event;
        var message = new V1.WorldEvent { Sequence = envelope.Sequence, At = Time(envelope.At), OccurredAt = Time(fact.OccurredAt) };
        switch (fact)
        {
            case Domain.WorldDescribed e:
                message.WorldDescribed = new() { Name = e.Name };
                break;
            case Domain.WorldOnlineChanged e:
                message.WorldOnlineChanged = new() { Online = e.Online };
                break;
            case Domain.FeedDegraded e:
                message.FeedDegraded = new() { Reason = e.Reason };
                break;
            case Domain.FeedRecovered:
                message.FeedRecovered = new();
                break;
            case Domain.ZoneReported e:
                message.ZoneReported = new() { Zone = Summary(e.Zone) };
                break;
            case Domain.ZoneRemoved e:
                message.ZoneRemoved = new() { ZoneId = e.ZoneId };
                break;
            default:
                break;
        }

        return message;
    }

    public static SystemEvent SystemEventOf(Envelope envelope)
    {
        var message = new SystemEvent { Topic = TerritoryEvents.Topic(envelope) };
        switch (envelope.Event)
        {
            case Domain.ZoneEvent:
                message.Zone = ZoneEventOf(envelope);
                break;
            case Domain.WorldEvent:
                message.World = WorldEventOf(envelope);
                break;
            case Domain.WorldListed e:
                message.Directory = new()
                {
                    Sequence = envelope.Sequence,
                    At = Time(envelope.At),
                    OccurredAt = Time(e.OccurredAt),
                    WorldListed = new() { WorldId = e.WorldId, Name = e.Name },
                };
                break;
            default:
                break;
        }

        return message;
    }

    public static ContinentLock Lock(ContinentLockReported e)
    {
        var message = new ContinentLock
        {
            OccurredAt = Time(e.OccurredAt),
            Populations = e.Populations is { } players ? new() { Vs = players.Vs, Nc = players.Nc, Tr = players.Tr } : null,
        };
        if (e.TriggeringFaction is { } triggering)
        {
            message.TriggeringFaction = (V1.Faction)triggering;
        }

        if (e.PreviousFaction is { } previous)
        {
            message.PreviousFaction = (V1.Faction)previous;
        }

        if (e.MetagameEventId is { } alert)
        {
            message.MetagameEventId = alert;
        }

        return message;
    }

    private static Timestamp Time(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    private static Timestamp? Time(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    private static V1.ZoneSummary Summary(Domain.ZoneSummary zone)
    {
        var message = new V1.ZoneSummary
        {
            ZoneId = zone.ZoneId,
            Name = TerritoryViews.Name(zone.Name, "Zone", zone.ZoneId),
            Status = (V1.ZoneStatus)zone.Status,
            Since = Time(zone.Since),
        };
        if (zone.LockedBy is { } faction)
        {
            message.LockedBy = (V1.Faction)faction;
        }

        return message;
    }

    private static V1.FactionControl Control(ControlView control)
    {
        var message = new V1.FactionControl
        {
            Faction = (V1.Faction)control.FactionId,
            Facilities = control.Facilities,
            Percent = control.Percent,
            ConnectedFacilities = control.ConnectedFacilities,
        };
        if (control.ConnectedPercent is { } connected)
        {
            message.ConnectedPercent = connected;
        }

        return message;
    }

    private static Facility Facility(FacilityView view)
    {
        var message = new Facility
        {
            FacilityId = view.FacilityId,
            Name = view.Name,
            Type = view.Type ?? "",
            CapturedAt = Time(view.CapturedAt),
            UncertaintySeconds = view.UncertaintySeconds,
            Source = (V1.ChangeSource)(view.Source ?? 0),
            Participants = { view.Participants.Select(id => long.Parse(id, CultureInfo.InvariantCulture)) },
        };
        if (view.RegionId is { } region)
        {
            message.RegionId = region;
        }

        if (view is { X: { } x, Z: { } z })
        {
            (message.X, message.Z) = (x, z);
        }

        if (view.FactionId is { } faction)
        {
            message.Faction = (V1.Faction)faction;
        }

        if (view.OutfitId is { } outfit)
        {
            message.OutfitId = outfit;
        }

        return message;
    }

    private static Alert Alert(AlertView alert)
    {
        var message = new Alert
        {
            MetagameEventId = alert.MetagameEventId,
            State = (V1.AlertState)alert.State,
            StartedAt = Time(alert.StartedAt),
            ChangedAt = Time(alert.ChangedAt),
        };
        if (alert.InstanceId is { } instance)
        {
            message.InstanceId = instance;
        }

        return message;
    }

    private static Feed Feed(FeedView feed) => new()
    {
        Mode = feed.Mode,
        LastFrameAt = Time(feed.LastFrameAt),
        LastAcceptedAt = Time(feed.LastAcceptedAt),
        EventsPerMinute = feed.EventsPerMinute,
        Accepted = feed.Accepted,
        Reconnects = feed.Reconnects,
        LastPollAt = Time(feed.LastPollAt),
        Refusals = { feed.Refusals.ToDictionary() },
    };
}
