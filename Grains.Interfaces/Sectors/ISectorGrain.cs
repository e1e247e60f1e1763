using Orleans.Concurrency;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A sector. Key: <see cref="SectorKeys.Sector"/>. Players tell it by intents who came and went.</summary>
[Alias("sectors.ISectorGrain")]
public interface ISectorGrain : IEntityGrain<SectorState>, IIntentReceiver
{
    /// <summary>Tells the sector something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(SectorCommand command);

    /// <summary>What the map has of it, without who is there; null where no map has it.</summary>
    [Alias("GetChart")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<SectorChart?> GetChart();

    /// <summary>
    /// What a player meets who is here by their own record. Until the list has them the sector knows by this call that
    /// they are coming, so that of two who enter at once the second meets the first.
    /// </summary>
    /// <param name="entry">The entry they will have.</param>
    /// <param name="told">Sequence of the event in their record.</param>
    [Alias("Enter")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<SectorSurroundings> Enter(PlayerEntry entry, long told);

    /// <summary>
    /// A player who left told all there was to tell, and their stored record has it no more: the sector need not know it
    /// any longer. Best effort; what is lost the universe's sweep makes good.
    /// </summary>
    /// <param name="playerId">The player.</param>
    /// <param name="told">Sequence of their leaving in their record.</param>
    [OneWay]
    [Alias("Forget")]
    Task Forget(string playerId, long told);
}
