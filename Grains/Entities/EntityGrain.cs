using System.Collections.Immutable;
using System.Diagnostics;
using Orleans.Concurrency;
using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// The shell around every kernel: load, decide, commit, publish, answer.
/// </summary>
/// <remarks>
/// Reentrant on purpose: a command is decided synchronously on the tentative state and then waits for its commit, so
/// that what arrives while a write is in flight is decided too and shares one further write. Reads, watchers and
/// announcements see committed state only.
/// </remarks>
[Reentrant]
internal abstract partial class EntityGrain<TState, TEvent>(IPersistentState<EntityRecord<TState>> record, EntityContext context)
    : Grain, IEntityGrain<TState>
    where TState : class, IEntityState<TState, TEvent>
    where TEvent : EntityEvent
{
    private static readonly TimeSpan ReloadEvery = TimeSpan.FromSeconds(2);

    private Snapshot<TState> _committed = null!;
    private TState _tentative = null!;
    private long _sequence;
    private DateTimeOffset _at;
    private ImmutableArray<Intent> _pending = [];
    private ImmutableSortedDictionary<string, long> _received = ImmutableSortedDictionary<string, long>.Empty;
    private Batch? _collecting;
    private Batch? _inFlight;
    private Exception? _fault;
    private Task? _delivery;
    private bool _recordOwes;
    private bool _ended;
    private EntityAudience? _audience;
    private Activity? _owedBy;

    protected abstract string SystemName { get; }

    protected string Key { get; private set; } = "";

    /// <summary>The state that commands are decided on; ahead of the committed one while a write is in flight.</summary>
    protected TState Tentative => _tentative;

    protected Snapshot<TState> Committed => _committed;

    protected DateTimeOffset Now => context.Time.GetUtcNow();

    private EntityAudience Audience => _audience ??= new(Key, context, () => this.GetStreamProvider(EntityStreams.Provider).GetStream<Envelope>(EntityStreams.Of(SystemName)));

    // The store has instants in whole microseconds; what is told now must be what is read later.
    private DateTimeOffset CommitTime => new(Now.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Key = this.GetPrimaryKeyString();
        Load();
        context.Metrics.Activated(SystemName, 1);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _ended = true;
        context.Metrics.Activated(SystemName, -1);
        return Task.CompletedTask;
    }

    public ValueTask<Snapshot<TState>> GetSnapshot() => new(_committed);

    public ValueTask<WatchLease> Watch(IEntityObserver observer)
    {
        Audience.Add(observer);
        return new(new WatchLease(_committed.Sequence, context.Options.WatchLease));
    }

    public ValueTask Unwatch(IEntityObserver observer)
    {
        _audience?.Remove(observer);
        return default;
    }

    /// <summary>What other entities must learn of this event; of most, none must learn anything.</summary>
    protected virtual ImmutableArray<Owed> OwedFor(TState before, TState after, TEvent @event) => [];

    /// <summary>The call that tells an entity what it is owed. Only asked where something is owed.</summary>
    protected virtual ValueTask Tell(Intent intent) => throw new NotSupportedException($"{GetType()} owes nothing.");

    /// <summary>Called once an event is committed.</summary>
    protected virtual void OnCommitted(Envelope envelope)
    {
    }

    /// <summary>Called once the entity was read again after a failed write: what stands beside the state is forgotten.</summary>
    protected virtual void OnReloaded()
    {
    }

    /// <summary>Commits what a kernel decided on <see cref="Tentative"/>; answers once all it was decided on is durable.</summary>
    protected async ValueTask<CommandResult> Commit(Decision<TEvent> decision)
    {
        foreach (var rejection in decision.Rejections)
        {
            context.Metrics.Rejected(SystemName, rejection.Code);
            EntityTraces.Rejected(rejection.Code);
        }

        await Settle(decision.Events);
        return new(_committed.Sequence, decision.Events.Length, decision.Rejections);
    }

    private Task Settle(ImmutableArray<TEvent> events)
    {
        ThrowIfFaulted();
        foreach (var @event in events)
        {
            Append(@event);
        }

        // What was decided on a state that is not durable yet is answered once that state is.
        var batch = _collecting ?? _inFlight;
        if (batch is null)
        {
            return Task.CompletedTask;
        }

        _collecting?.RememberCause();
        if (_inFlight is null)
        {
            _ = WriteAll();
        }

        return batch.Done.Task;
    }

    private void Append(TEvent @event)
    {
        var before = _tentative;
        _tentative = before.Apply(@event);
        _sequence++;
        _at = CommitTime is var now && now > _at ? now : _at;
        _collecting ??= new();
        _collecting.Events.Add(new(SystemName, Key, _sequence, _at, @event));
        foreach (var owed in OwedFor(before, _tentative, @event))
        {
            _pending = _pending.Add(new(Key, owed.Target, _sequence, owed.Event));
        }
    }

    private async Task WriteAll()
    {
        EntityTraces.Leave();
        while (_collecting is { } batch)
        {
            (_collecting, _inFlight) = (null, batch);
            (var told, _told) = (_told, []);
            var started = context.Time.GetTimestamp();
            var written = new EntityRecord<TState>(SystemName, Key, _sequence, _at, Guid.NewGuid(), _tentative, batch.Events.ToImmutable(), _pending, _received);
            using var span = EntityTraces.Commit(Key, written.Version, written.NewEvents.Length, batch.Causes);
            try
            {
                record.State = written;
                await record.WriteStateAsync();
            }
            catch (Exception exception)
            {
                span?.SetStatus(ActivityStatusCode.Error, exception.Message);
                Fail(batch, exception);
                return;
            }

            context.Metrics.Committed(SystemName, written.NewEvents.Length, context.Time.GetElapsedTime(started));
            _inFlight = null;
            _recordOwes = !written.Pending.IsEmpty;
            _owedBy = written.Pending.IsEmpty ? null : span ?? _owedBy;
            if (!written.NewEvents.IsEmpty)
            {
                _committed = new(Key, written.Version, written.At, written.State);
                Publish(written.NewEvents);
            }

            if (!told.IsEmpty)
            {
                OnForgotten(told);
            }

            batch.Done.SetResult();
        }

        _ = Deliver();
    }

    private void Fail(Batch batch, Exception exception)
    {
        Log.WriteFailed(context.Logger, Key, exception);
        context.Metrics.WriteFailed(SystemName);
        _fault = exception;
        batch.Done.SetException(exception);
        _collecting?.Done.SetException(exception);
        (_inFlight, _collecting) = (null, null);
        if (exception is InconsistentStateException)
        {
            // Another activation writes this entity; it is the one to ask.
            DeactivateOnIdle();
        }
        else
        {
            _ = Reload();
        }
    }

    // Reads go on meanwhile: what was committed stays true.
    private async Task Reload()
    {
        try
        {
            await ReadAgain();
            var told = _committed.Sequence;
            Load();
            OnReloaded();
            await PublishSince(told);
            _fault = null;
            _ = Deliver();
        }
        catch (Exception exception)
        {
            if (!_ended)
            {
                Log.NotReloaded(context.Logger, Key, exception);
                DeactivateOnIdle();
            }
        }
    }

    private async Task ReadAgain()
    {
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait = wait < ReloadEvery ? wait * 2 : ReloadEvery)
        {
            try
            {
                await record.ReadStateAsync();
                return;
            }
            catch (Exception) when (!_ended)
            {
                // The store tells of its own failures; this one waits until it is back.
            }

            await Task.Delay(wait, context.Time);
        }
    }

    // A write whose outcome was unknown may have been done after all.
    private async Task PublishSince(long told)
    {
        while (told < _committed.Sequence)
        {
            var page = await context.Log.ReadAsync(SystemName, Key, told, 1000, CancellationToken.None);
            if (page.Events.IsEmpty)
            {
                return;
            }

            Publish(page.Events);
            told = page.Events[^1].Sequence;
        }
    }

    private void Load()
    {
        var stored = record.RecordExists ? record.State : null;
        _tentative = stored?.State ?? TState.Initial(Key);
        (_sequence, _at) = stored is null ? (0, DateTimeOffset.UnixEpoch) : (stored.Version, stored.At);
        (_pending, _received) = stored is null ? ([], ImmutableSortedDictionary<string, long>.Empty) : (stored.Pending, stored.Received);
        _recordOwes = !_pending.IsEmpty;
        _committed = new(Key, _sequence, _at, _tentative);
    }

    /// <summary>Throws where the tentative state may have what was never committed, until it is read again.</summary>
    protected void ThrowIfFaulted()
    {
        if (_fault is not null)
        {
            throw new StoreUnavailableException($"{Key} was not changed: it is still being read again after a write that failed.", _fault);
        }
    }

    private void Publish(ImmutableArray<Envelope> events)
    {
        foreach (var envelope in events)
        {
            OnCommitted(envelope);
        }

        // Most entities are watched by nobody and announce nothing.
        if (_audience is not null || events.Any(envelope => envelope.Event is IAnnounced))
        {
            Audience.Tell(events);
        }
    }

    private sealed class Batch
    {
        private List<ActivityContext>? _causes;

        public ImmutableArray<Envelope>.Builder Events { get; } = ImmutableArray.CreateBuilder<Envelope>();

        /// <summary>The commands that are traced; null where none is.</summary>
        public List<ActivityContext>? Causes => _causes;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void RememberCause() => EntityTraces.Remember(ref _causes);
    }
}
