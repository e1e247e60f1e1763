using OrleansGameState.Grains.Interfaces.Entities;
using Orleans.Concurrency;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A world (game server). Key: <see cref="TerritoryKeys.World"/>.</summary>
[Alias("territory.IWorldGrain")]
public interface IWorldGrain : IEntityGrain<WorldState>, IIntentReceiver
{
    /// <summary>Tells the world something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(WorldCommand command);

    /// <summary>The committed state with captures in the last hour and the feed's measures.</summary>
    [Alias("GetStatus")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<WorldStatus> GetStatus();

    /// <summary>A zone of this world changed hands at a facility; counted for an hour, in memory only.</summary>
    [OneWay]
    [Alias("NoteCapture")]
    Task NoteCapture(Faction faction, DateTimeOffset occurredAt);

    /// <summary>The ingestor's measures; the last report stands.</summary>
    [Alias("ReportFeed")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask ReportFeed(FeedReport report);
}
