using Orleans.Concurrency;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The galaxy: calls the day's tick. Key: <see cref="StarSystemKeys.Galaxy"/>. Takes state changes of systems as intents.</summary>
[Alias("starsystems.IGalaxyGrain")]
public interface IGalaxyGrain : IEntityGrain<GalaxyState>, IIntentReceiver
{
    /// <summary>Tells the galaxy something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(GalaxyCommand command);

    /// <summary>The committed state with the hours' tallies and the feeds' measures.</summary>
    [Alias("GetStatus")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<GalaxyStatus> GetStatus();

    /// <summary>A system ticked; counted for the hour, in memory until the hour is over.</summary>
    [OneWay]
    [Alias("NoteTick")]
    Task NoteTick(SystemTick tick);

    /// <summary>The ingestor's measures; the last report of a feed stands.</summary>
    [Alias("ReportFeed")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask ReportFeed(StarSystemFeedReport report);
}
