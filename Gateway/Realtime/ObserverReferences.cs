using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

internal sealed class ObserverReferences(IGrainFactory grains) : IObserverReferences
{
    public IEntityObserver Create(IEntityObserver observer) => grains.CreateObjectReference<IEntityObserver>(observer);

    public void Delete(IEntityObserver reference) => grains.DeleteObjectReference<IEntityObserver>(reference);
}
