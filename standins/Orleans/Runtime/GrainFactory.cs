using System.Runtime.CompilerServices;

namespace Orleans.Standin;

/// <summary>Makes references whose calls are those of one context.</summary>
internal sealed class GrainFactory(ReferenceContext context) : IGrainFactory
{
    private readonly ConditionalWeakTable<IGrainObserver, ObserverTarget> _observers = [];

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
    {
        var grainClass = context.Silo.Types.ClassOf(typeof(TGrainInterface), grainClassNamePrefix);
        return Make<TGrainInterface>(GrainId.Create(grainClass.GrainType, primaryKey), grainClass, null);
    }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        var grainClass = context.Silo.Types.ClassOf(typeof(TGrainInterface), grainClassNamePrefix);
        return Make<TGrainInterface>(GrainId.Create(grainClass.GrainType, IdSpan.Create(primaryKey)), grainClass, null);
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is GrainReference)
        {
            throw new ArgumentException("Argument obj is already a reference.", nameof(obj));
        }

        if (obj is IGrainBase)
        {
            throw new ArgumentException("Argument must not be a grain class: use AsReference.", nameof(obj));
        }

        if (!typeof(TGrainObserverInterface).IsInterface)
        {
            throw new ArgumentException($"{typeof(TGrainObserverInterface).FullName} must be an interface.");
        }

        var target = new ObserverTarget(context, obj, GrainId.Create("sys.client", Guid.NewGuid().ToString("N")));
        if (!_observers.TryAdd(obj, target))
        {
            throw new ArgumentException("The object has a reference already; delete that first.", nameof(obj));
        }

        return Make<TGrainObserverInterface>(target.GrainId, null, target);
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference { Class: null, Target: ObserverTarget target })
        {
            throw new ArgumentException("Argument reference is not a grain reference.", nameof(obj));
        }

        target.Delete();
    }

    private TInterface Make<TInterface>(GrainId id, GrainClass? grainClass, CallTarget? target) =>
        (TInterface)ProxyMaker<TInterface>.Make(new(context, id, grainClass, target));
}
