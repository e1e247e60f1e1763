using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Makes an object of this process callable by grains.</summary>
internal interface IObserverReferences
{
    IEntityObserver Create(IEntityObserver observer);

    void Delete(IEntityObserver reference);
}
