namespace Orleans;

/// <summary>Makes references to grains and to observers.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with this key; nothing is activated before the first call.</summary>
    /// <exception cref="ArgumentException">No grain class implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;

    /// <summary>A reference to the grain with this key; nothing is activated before the first call.</summary>
    /// <exception cref="ArgumentException">No grain class implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference through which grains call <paramref name="obj"/>. It is held weakly: the caller keeps it alive.</summary>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;

    /// <summary>Ends a reference made by <see cref="CreateObjectReference{T}"/>.</summary>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;
}
