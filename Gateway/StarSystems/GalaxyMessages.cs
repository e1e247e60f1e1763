using System.Collections.Immutable;
using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using Domain = OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>From the galaxy's state and history to gRPC messages.</summary>
internal static class GalaxyMessages
{
    public static Galaxy Of(Domain.GalaxyStatus status) => Of(status.Snapshot, status.Hours, GalaxyViews.Of(status).Feeds);

    /// <summary>The state alone, without what is only measured.</summary>
    public static Galaxy Of(Snapshot<Domain.GalaxyState> snapshot) => Of(snapshot, snapshot.State.Hours, GalaxyViews.Of(snapshot).Feeds);

    public static GalaxyEvent EventOf(Envelope envelope)
    {
        var fact = (Domain.GalaxyEvent)envelope.Event;
        var message = new GalaxyEvent { Sequence = envelope.Sequence, At = TickMessages.Time(envelope.At), OccurredAt = TickMessages.Time(fact.OccurredAt) };
        switch (fact)
        {
            case Domain.StateChangeNoted e:
                message.StateChangeNoted = new()
                {
                    SystemAddress = e.Evidence.SystemAddress,
                    Since = TickMessages.Time(e.Evidence.Since),
                    Until = TickMessages.Time(e.Evidence.Until),
                };
                break;
            case Domain.StateChangeWithdrawn e:
                message.StateChangeWithdrawn = new() { SystemAddress = e.SystemAddress };
                break;
            case Domain.GalaxyTickCalled e:
                message.GalaxyTickCalled = TickMessages.Of(e.Tick);
                break;
            case Domain.GalaxyTickRevised e:
                message.GalaxyTickRevised = TickMessages.Of(e);
                break;
            case Domain.GalaxyTickOverdue e:
                message.GalaxyTickOverdue = TickMessages.Of(e);
                break;
            case Domain.HourTallied e:
                message.HourTallied = TickMessages.Of(e.Tally);
                break;
            case Domain.GalaxyFeedDegraded e:
                message.FeedDegraded = new() { Feed = e.Feed, Reason = e.Reason };
                break;
            case Domain.GalaxyFeedRecovered e:
                message.FeedRecovered = new() { Feed = e.Feed };
                break;
            default:
                break;
        }

        return message;
    }

    private static Galaxy Of(Snapshot<Domain.GalaxyState> snapshot, ImmutableArray<Domain.HourTally> hours, IReadOnlyList<GalaxyFeedView> feeds) => new()
    {
        Sequence = snapshot.Sequence,
        AsOf = TickMessages.Time(snapshot.AsOf),
        Tick = GalaxyViews.Last(snapshot.State) is { } last ? TickMessages.Of(last) : null,
        OverdueSince = TickMessages.Time(snapshot.State.OverdueSince),
        Ticks = { snapshot.State.Ticks.Select(TickMessages.Of) },
        Hours = { hours.Select(TickMessages.Of) },
        Feeds = { feeds.Select(Of) },
    };

    private static Feed Of(GalaxyFeedView feed) => new()
    {
        Feed_ = feed.Feed,
        Mode = feed.Mode ?? "",
        DegradedSince = TickMessages.Time(feed.DegradedSince),
        Reason = feed.Reason ?? "",
        LastFrameAt = TickMessages.Time(feed.LastFrameAt),
        LastAcceptedAt = TickMessages.Time(feed.LastAcceptedAt),
        LastHeartbeatAt = TickMessages.Time(feed.LastHeartbeatAt),
        EventsPerMinute = feed.EventsPerMinute,
        Accepted = feed.Accepted,
        Reconnects = feed.Reconnects,
        Refusals = { feed.Refusals.ToDictionary(refusal => refusal.Key, refusal => refusal.Value) },
    };
}
