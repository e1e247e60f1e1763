using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>What a star system owes others for an event: the indices what they list, the galaxy the changes of states.</summary>
internal static class OwedRules
{
    public static ImmutableArray<Owed> Of(StarSystemState before, StarSystemState after, StarSystemEvent @event)
    {
        if (@event is SystemDescribed)
        {
            return [];
        }

        var owed = ImmutableArray.CreateBuilder<Owed>();
        IndexRules.AddOwed(owed, before, after, @event.OccurredAt);
        if (@event is SystemTicked { Tick.Metrics.StateChange: true } ticked)
        {
            owed.Add(new(StarSystemKeys.Galaxy, ToldGalaxy(ticked)));
        }

        return owed.DrainToImmutable();
    }

    private static GalaxyEvent ToldGalaxy(SystemTicked ticked) => ticked.Reverts
        ? new StateChangeWithdrawn(ticked.OccurredAt, ticked.Tick.SystemAddress)
        : new StateChangeNoted(ticked.OccurredAt, new(ticked.Tick.SystemAddress, ticked.Tick.Since, ticked.Tick.Timestamp, ticked.Tick));
}
