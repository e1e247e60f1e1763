using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe. Its key is its id. Its map tells it by intents of imports.</summary>
[Alias("sectors.IUniverseGrain")]
public interface IUniverseGrain : IEntityGrain<UniverseState>, IIntentReceiver
{
    /// <summary>The committed state, and how far an import is.</summary>
    [Alias("GetStatus")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<UniverseStatus> GetStatus();

    /// <summary>
    /// Sweeps who was silent too long, heals lists that lack someone, removes strays. It does so by itself every
    /// <c>Sectors:SweepSeconds</c>; this does it now. A sweep under way is joined.
    /// </summary>
    [Alias("Sweep")]
    ValueTask<SweepReport> Sweep();
}
