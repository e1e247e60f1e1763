using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using Domain = OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>From star systems' state and history to gRPC messages.</summary>
internal static class StarSystemMessages
{
    public static StarSystem Of(Snapshot<Domain.StarSystemState> snapshot, DateTimeOffset? lastSeen)
    {
        var view = StarSystemViews.Of(snapshot, lastSeen);
        var message = new StarSystem
        {
            SystemAddress = view.SystemAddress,
            Name = view.Name,
            Sequence = view.Sequence,
            AsOf = TickMessages.Time(view.AsOf),
            LastSeen = TickMessages.Time(view.LastSeen),
            ObservedAt = TickMessages.Time(view.ObservedAt),
            Position = Of(view.Position),
            Population = view.Population,
            ControllingFaction = view.ControllingFaction,
            Allegiance = view.Allegiance,
            Government = view.Government,
            Economy = view.Economy,
            Security = view.Security,
            NativeFactions = { view.NativeFactions },
            Factions = { view.Factions.Select(Of) },
            Conflicts = { view.Conflicts.Select(Of) },
            LastTick = snapshot.State.LastTick is { } tick ? TickMessages.Of(tick) : null,
        };
        if (view.IsColony is { } colony)
        {
            message.IsColony = colony;
        }

        return message;
    }

    public static Influence Of(InfluenceView view) => new()
    {
        SystemAddress = view.SystemAddress,
        Name = view.Name,
        Times = { view.Times.Select(TickMessages.Time) },
        Factions =
        {
            view.Factions.Select(line => new FactionInfluence
            {
                Name = line.Name,
                Points =
                {
                    line.Influence.Select((influence, time) => (influence, time))
                        .Where(point => point.influence is not null)
                        .Select(point => new InfluencePoint { Time = point.time, Influence = (double)point.influence! }),
                },
            }),
        },
    };

    public static ListFactionSystemsResponse Of(FactionSystemsView view) => new()
    {
        Faction = view.Faction,
        Systems =
        {
            view.Systems.Select(system => new FactionSystem
            {
                SystemAddress = system.SystemAddress,
                System = system.System,
                Influence = (double)system.Influence,
                IsControlling = system.IsControlling,
                State = system.State,
                ActiveStates = { system.ActiveStates },
                PendingStates = { system.PendingStates },
                RecoveringStates = { system.RecoveringStates },
                Population = system.Population,
                ObservedAt = TickMessages.Time(system.ObservedAt),
            }),
        },
    };

    public static StarSystemEvent EventOf(Envelope envelope)
    {
        var fact = (Domain.StarSystemEvent)envelope.Event;
        var message = new StarSystemEvent { Sequence = envelope.Sequence, At = TickMessages.Time(envelope.At), OccurredAt = TickMessages.Time(fact.OccurredAt) };
        switch (fact)
        {
            case Domain.SystemObserved e:
                message.SystemObserved = new() { Observation = Of(e.Observation) };
                break;
            case Domain.SystemTicked e:
                message.SystemTicked = new() { Tick = TickMessages.Of(e.Tick), Observation = e.Observation is { } seen ? Of(seen) : null, Reverts = e.Reverts };
                break;
            case Domain.FactionsChanged e:
                message.FactionsChanged = TickMessages.Of(e);
                break;
            case Domain.FactionExpandedFrom e:
                message.FactionExpandedFrom = TickMessages.Of(e);
                break;
            case Domain.SystemDescribed e:
                message.SystemDescribed = Of(e);
                break;
            default:
                break;
        }

        return message;
    }

    public static SystemEvent SystemEventOf(Envelope envelope)
    {
        var message = new SystemEvent { Topic = StarSystemEvents.Topic(envelope) };
        switch (envelope.Event)
        {
            case Domain.StarSystemEvent:
                message.StarSystem = EventOf(envelope);
                break;
            case Domain.GalaxyEvent:
                message.Galaxy = GalaxyMessages.EventOf(envelope);
                break;
            case Domain.FactionEntered e:
                message.Index = Index(envelope, e.OccurredAt, e.SystemAddress, e.Faction);
                break;
            case Domain.FactionLeft e:
                message.Index = Index(envelope, e.OccurredAt, e.SystemAddress, "");
                break;
            case Domain.NameTaken e:
                message.Index = Index(envelope, e.OccurredAt, e.SystemAddress, e.Name);
                break;
            case Domain.NameGivenUp e:
                message.Index = Index(envelope, e.OccurredAt, e.SystemAddress, "");
                break;
            default:
                break;
        }

        return message;
    }

    private static IndexEvent Index(Envelope envelope, DateTimeOffset occurredAt, long systemAddress, string name) => new()
    {
        Sequence = envelope.Sequence,
        At = TickMessages.Time(envelope.At),
        OccurredAt = TickMessages.Time(occurredAt),
        SystemAddress = systemAddress,
        Name = name,
    };

    private static SystemDescribed Of(Domain.SystemDescribed e)
    {
        var message = new SystemDescribed { NativeFactions = { e.NativeFactions } };
        if (e.IsColony is { } colony)
        {
            message.IsColony = colony;
        }

        return message;
    }

    private static Observation Of(Domain.Observation seen) => new()
    {
        ObservedAt = TickMessages.Time(seen.ObservedAt),
        Name = seen.Name,
        Position = Of(seen.Position),
        Population = seen.Population,
        ControllingFaction = seen.ControllingFaction,
        Allegiance = seen.Allegiance,
        Government = seen.Government,
        Economy = seen.Economy,
        Security = seen.Security,
        Factions = { seen.Factions.Select(faction => Of(new PresenceView(
            faction.Name, faction.Influence, faction.PreviousInfluence, faction.State, faction.Government, faction.Allegiance, faction.Happiness,
            faction.ActiveStates, faction.PendingStates, faction.RecoveringStates, IsNative: false, IsControlling: false))) },
        Conflicts = { seen.Conflicts.Select(Of) },
    };

    private static Position? Of(Domain.StarPosition? position) => position is null ? null : new() { X = position.X, Y = position.Y, Z = position.Z };

    private static Presence Of(PresenceView faction)
    {
        var message = new Presence
        {
            Name = faction.Name,
            Influence = (double)faction.Influence,
            State = faction.State,
            Government = faction.Government,
            Allegiance = faction.Allegiance,
            Happiness = faction.Happiness,
            ActiveStates = { faction.ActiveStates },
            PendingStates = { faction.PendingStates },
            RecoveringStates = { faction.RecoveringStates },
            IsNative = faction.IsNative,
            IsControlling = faction.IsControlling,
        };
        if (faction.PreviousInfluence is { } previous)
        {
            message.PreviousInfluence = (double)previous;
        }

        return message;
    }

    private static Conflict Of(Domain.Conflict conflict) =>
        new() { WarType = conflict.WarType, Status = conflict.Status, First = Of(conflict.First), Second = Of(conflict.Second) };

    private static ConflictSide Of(Domain.ConflictSide side) => new() { Faction = side.Faction, Stake = side.Stake, WonDays = side.WonDays };
}
