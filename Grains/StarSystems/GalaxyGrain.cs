using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class GalaxyGrain(
    [PersistentState("galaxy", EntityStorage.Name)] IPersistentState<EntityRecord<GalaxyState>> record,
    EntityContext context,
    IOptions<GalaxyOptions> options,
    ILogger<GalaxyGrain> logger)
    : EntityGrain<GalaxyState, GalaxyEvent>(record, context), IGalaxyGrain
{
    private const int HoursTold = 24;
    private const int MostFeeds = 8;

    private static readonly TimeSpan ReviewEvery = TimeSpan.FromMinutes(1);

    private readonly FeedTraffic _traffic = new();
    private readonly HourTallies _hours = new();
    private ImmutableSortedDictionary<string, StarSystemFeedReport> _feeds = ImmutableSortedDictionary<string, StarSystemFeedReport>.Empty;

    protected override string SystemName => StarSystemKeys.System;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        // A galaxy that nobody tells anything is the one that a tick is overdue of.
        this.RegisterGrainTimer(Review, new GrainTimerCreationOptions(ReviewEvery, ReviewEvery) { KeepAlive = true });
    }

    public ValueTask<CommandResult> Execute(GalaxyCommand command) =>
        Commit(GalaxyRules.Decide(Tentative, _traffic, options.Value, command, Now));

    public ValueTask Receive(Intent intent) =>
        TakeRepeatable(() => GalaxyRules.Decide(Tentative, _traffic, options.Value, intent.Event, Now));

    public ValueTask<GalaxyStatus> GetStatus()
    {
        ImmutableArray<HourTally> hours = [.. Committed.State.Hours.Concat(_hours.Open).DistinctBy(tally => tally.Hour).OrderBy(tally => tally.Hour).TakeLast(HoursTold)];
        return new(new GalaxyStatus(Committed, hours, _feeds));
    }

    public Task NoteTick(SystemTick tick)
    {
        _hours.Add(tick, Now);
        return Task.CompletedTask;
    }

    public ValueTask ReportFeed(StarSystemFeedReport report)
    {
        if (_feeds.ContainsKey(report.Feed) || _feeds.Count < MostFeeds)
        {
            _feeds = _feeds.SetItem(report.Feed, report);
            _traffic.Report(report.Feed, report.Accepted, Now);
        }

        return default;
    }

    protected override void OnCommitted(Envelope envelope)
    {
        switch (envelope.Event)
        {
            case GalaxyTickCalled { Tick: var tick }:
                Log.TickCalled(logger, tick.Id, tick.StartedAt, tick.Systems, tick.Confidence);
                break;
            case GalaxyTickRevised { Tick: { Standing: GalaxyTickStanding.Withdrawn } tick } revised:
                Log.TickWithdrawn(logger, tick.Id, revised.Reason);
                break;
            case GalaxyTickRevised { Tick: var tick } revised:
                Log.TickRevised(logger, tick.Id, tick.Standing == GalaxyTickStanding.Confirmed ? "confirmed" : "doubtful", tick.StartedAt, revised.Reason);
                break;
            case GalaxyTickOverdue overdue:
                Log.TickOverdue(logger, options.Value.OverdueHours, overdue.LastTick);
                break;
        }
    }

    private async Task Review(CancellationToken cancellationToken)
    {
        var over = _hours.Over(Now);
        if (!over.IsEmpty)
        {
            await Execute(new CloseHours(over));
            _hours.Forget(over);
        }

        await Execute(new ReviewTicks());
    }
}
