using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Standin;

/// <summary>The one silo of this process: its activations, from start to graceful stop.</summary>
internal sealed class SiloRuntime : IDisposable
{
    private const int NotStarted = 0;
    private const int Started = 1;
    private const int Stopping = 2;
    private const int Stopped = 3;

    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _responseTimeout;
    private readonly Lazy<GrainTypes> _types;
    private ITimer? _collector;
    private int _left;
    private volatile int _phase;

    public SiloRuntime(
        IServiceProvider services,
        SiloServiceCollection collection,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collecting,
        ILogger<SiloRuntime> log)
    {
        Services = services;
        Time = services.GetRequiredService<TimeProvider>();
        Log = log;
        Collection = collecting.Value;
        _responseTimeout = messaging.Value.ResponseTimeout;
        _types = new(() => new GrainTypes(ApplicationParts.Find(), Collection, new(collection.Services, services)));
        TimeOuts.Heed(_responseTimeout);
        OwnContext = new(this, _responseTimeout, services);
        GrainFactory = new GrainFactory(OwnContext);
    }

    internal IServiceProvider Services { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    internal GrainCollectionOptions Collection { get; }

    internal TimeOuts TimeOuts { get; } = new();

    internal ReferenceContext OwnContext { get; }

    internal IGrainFactory GrainFactory { get; }

    /// <summary>Found when first asked for: references can be made before the silo starts.</summary>
    internal GrainTypes Types => _types.Value;

    /// <summary>What may be sent; made at the start.</summary>
    internal MessageRules? Rules { get; private set; }

    /// <summary>Milliseconds of the silo's clock.</summary>
    internal long Now => (long)Time.GetElapsedTime(0).TotalMilliseconds;

    internal bool IsOver => _phase >= Stopping;

    internal IEnumerable<Activation> Activations => _activations.Values;

    internal SiloStatus Status => _phase switch
    {
        NotStarted => SiloStatus.Created,
        Started => SiloStatus.Active,
        Stopping => SiloStatus.ShuttingDown,
        _ => SiloStatus.Dead,
    };

    /// <summary>When it started; the default before that.</summary>
    internal DateTime StartTime { get; private set; }

    public void Dispose()
    {
        _collector?.Dispose();
        TimeOuts.Dispose();
    }

    /// <summary>Calls from outside the silo, with a time-out of their own.</summary>
    internal IGrainFactory FactoryFor(TimeSpan responseTimeout, IServiceProvider services)
    {
        TimeOuts.Heed(responseTimeout);
        return new GrainFactory(new(this, responseTimeout, services));
    }

    internal void Start()
    {
        GrainCollectionRules.Enforce(Collection);
        StreamHub.RequireStores(Services);
        var types = Types;
        Rules = new MessageRules(types.All);
        Rules.Enforce(types);
        _collector = Time.CreateTimer(
            static state => ((SiloRuntime)state!).Collect(), this, Collection.CollectionQuantum, Collection.CollectionQuantum);
        StartTime = Time.GetUtcNow().UtcDateTime;
        _phase = Started;
        Log.SiloStarted(types.Classes.Count, types.Interfaces.Count);
    }

    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _phase, Stopping, Started) != Started)
        {
            return;
        }

        _collector?.Dispose();
        foreach (var (_, activation) in _activations)
        {
            activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "This process is shutting down."), cancellationToken);
        }

        SignalWhenEmpty();
        try
        {
            await _empty.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Log.LeftBehind(_activations.Count);
        }

        _phase = Stopped;
    }

    internal GrainReference ReferenceTo(Activation activation) =>
        new UntypedReference(new(OwnContext, activation.GrainId, activation.Class, activation));

    internal Activation? Find(GrainId id, GrainClass grainClass, out Exception? refusal)
    {
        refusal = null;
        if (_activations.TryGetValue(id, out var found))
        {
            return found;
        }

        if (_phase != Started)
        {
            refusal = new SiloUnavailableException($"The silo is {PhaseName()}; {id} cannot be activated.");
            return null;
        }

        return _activations.GetOrAdd(
            id, static (id, made) => new Activation(made.Silo, made.Class, id), (Silo: this, Class: grainClass));
    }

    internal void Send(GrainId id, GrainClass grainClass, Call call)
    {
        if (Find(id, grainClass, out var refusal) is { } target)
        {
            call.Target = target;
            target.Post(call);
        }
        else
        {
            call.Fail(refusal!);
        }
    }

    /// <summary>A call of the runtime's own to a grain, with the silo's response time-out.</summary>
    internal Task SendAsync(GrainId id, GrainClass grainClass, VoidCall call)
    {
        call.TimeoutMilliseconds = OwnContext.TimeoutMilliseconds;
        call.Deadline = Environment.TickCount64 + OwnContext.TimeoutMilliseconds;
        var promise = call.Promise;
        Send(id, grainClass, call);
        return promise;
    }

    internal bool TryFind(GrainId id, out Activation? activation) => _activations.TryGetValue(id, out activation);

    internal void Remove(Activation activation)
    {
        Interlocked.Increment(ref _left);
        _activations.TryRemove(KeyValuePair.Create(activation.GrainId, activation));
    }

    /// <summary>The last act of an activation.</summary>
    internal void Left()
    {
        Interlocked.Decrement(ref _left);
        if (_phase >= Stopping)
        {
            SignalWhenEmpty();
        }
    }

    private void SignalWhenEmpty()
    {
        if (_activations.IsEmpty && Volatile.Read(ref _left) == 0)
        {
            _empty.TrySetResult();
        }
    }

    private void Collect()
    {
        var now = Now;
        foreach (var (_, activation) in _activations)
        {
            if (activation.IsIdle(now))
            {
                activation.Post(new ActionItem(target => ((Activation)target).EndIfIdle(now)));
            }
        }
    }

    private string PhaseName() => _phase switch
    {
        NotStarted => "not started",
        Stopping => "stopping",
        _ => "stopped",
    };
}
