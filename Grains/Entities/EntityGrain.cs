using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Utilities;
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
internal abstract class EntityGrain<TState, TEvent>(IPersistentState<EntityRecord<TState>> record, EntityContext context)
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
    private bool _delivering;
    private bool _ended;
    private ObserverManager<IEntityObserver>? _observers;
    private IAsyncStream<Envelope>? _announcements;

    protected abstract string SystemName { get; }

    protected string Key { get; private set; } = "";

    /// <summary>The state that commands are decided on; ahead of the committed one while a write is in flight.</summary>
    protected TState Tentative => _tentative;

    protected Snapshot<TState> Committed => _committed;

    protected DateTimeOffset Now => context.Time.GetUtcNow();

    // The store has instants in whole microseconds; what is told now must be what is read later.
    private DateTimeOffset CommitTime => new(Now.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Key = this.GetPrimaryKeyString();
        Load();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _ended = true;
        return Task.CompletedTask;
    }

    public ValueTask<Snapshot<TState>> GetSnapshot() => new(_committed);

    public async ValueTask<EventPage> ReadEvents(long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return after >= _committed.Sequence
            ? new([], 1, _committed.Sequence)
            : await context.Log.ReadAsync(SystemName, Key, after, limit, CancellationToken.None);
    }

    public ValueTask<EventPage> ReadEventsBetween(DateTimeOffset from, DateTimeOffset to, long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return context.Log.ReadBetweenAsync(SystemName, Key, from, to, after, limit, CancellationToken.None);
    }

    public async ValueTask<PastSnapshot<TState>> GetSnapshotAt(DateTimeOffset at)
    {
        var past = await context.Log.StateAtAsync(SystemName, Key, at, CancellationToken.None);
        return new(past.State is TState state ? new(Key, past.Sequence, past.At, state) : null, past.Since, past.IsTruncated);
    }

    public ValueTask<WatchLease> Watch(IEntityObserver observer)
    {
        _observers ??= new(context.Options.WatchLease, context.Logger) { GetDateTime = () => Now.UtcDateTime };
        _observers.Subscribe(observer, observer);
        return new(new WatchLease(_committed.Sequence, context.Options.WatchLease));
    }

    public ValueTask Unwatch(IEntityObserver observer)
    {
        _observers?.Unsubscribe(observer);
        return default;
    }

    public async ValueTask DeliverPending()
    {
        if (_delivering || _pending.IsEmpty)
        {
            return;
        }

        _delivering = true;
        try
        {
            await DeliverInOrder();
        }
        finally
        {
            _delivering = false;
        }
    }

    /// <summary>What another entity must learn of this event; most must learn nothing.</summary>
    protected virtual EntityEvent? OwedFor(TState before, TState after, TEvent @event) => null;

    /// <summary>The key of the entity that is owed, and the call that tells it. Only asked where something is owed.</summary>
    protected virtual (string Target, Func<Intent, ValueTask> Tell) Creditor => throw new NotSupportedException($"{GetType()} owes nothing.");

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
        }

        await Settle(decision.Events);
        return new(_committed.Sequence, decision.Events.Length, decision.Rejections);
    }

    /// <summary>Applies the effect of an intent once, with the memory that it was taken in the same write.</summary>
    protected ValueTask Take(Intent intent, Func<Decision<TEvent>> decide)
    {
        ThrowIfFaulted();
        if (_received.GetValueOrDefault(intent.Sender) >= intent.Id)
        {
            return new(Settle([]));
        }

        _received = _received.SetItem(intent.Sender, intent.Id);
        _collecting ??= new();
        return new(Settle(decide().Events));
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
        if (OwedFor(before, _tentative, @event) is { } owed)
        {
            _pending = _pending.Add(new(Key, Creditor.Target, _sequence, owed));
        }
    }

    private async Task WriteAll()
    {
        while (_collecting is { } batch)
        {
            (_collecting, _inFlight) = (null, batch);
            var started = context.Time.GetTimestamp();
            var written = new EntityRecord<TState>(SystemName, Key, _sequence, _at, Guid.NewGuid(), _tentative, batch.Events.ToImmutable(), _pending, _received);
            try
            {
                record.State = written;
                await record.WriteStateAsync();
            }
            catch (Exception exception)
            {
                Fail(batch, exception);
                return;
            }

            context.Metrics.Committed(SystemName, written.NewEvents.Length, context.Time.GetElapsedTime(started));
            _inFlight = null;
            if (!written.NewEvents.IsEmpty)
            {
                _committed = new(Key, written.Version, written.At, written.State);
                Publish(written.NewEvents);
            }

            batch.Done.SetResult();
        }

        _ = DeliverPending().AsTask();
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
            _ = DeliverPending().AsTask();
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
        _committed = new(Key, _sequence, _at, _tentative);
    }

    private void ThrowIfFaulted()
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

        _observers?.Notify(observer => observer.OnCommitted(events));
        if (events.Any(envelope => envelope.Event is IAnnounced))
        {
            _ = Announce(events);
        }
    }

    private async Task Announce(ImmutableArray<Envelope> events)
    {
        try
        {
            _announcements ??= this.GetStreamProvider(EntityStreams.Provider).GetStream<Envelope>(EntityStreams.Of(SystemName));
            foreach (var envelope in events.Where(envelope => envelope.Event is IAnnounced))
            {
                await _announcements.OnNextAsync(envelope);
            }
        }
        catch (Exception exception)
        {
            Log.AnnouncementLost(context.Logger, Key, exception);
        }
    }

    // Owed in the tentative state but not yet committed is told only after its commit.
    private async Task DeliverInOrder()
    {
        while (_fault is null && _pending.FirstOrDefault() is { } intent && intent.Id <= _committed.Sequence)
        {
            try
            {
                await Creditor.Tell(intent);
            }
            catch (Exception exception)
            {
                Log.IntentNotDelivered(context.Logger, Key, intent.Target, exception);
                return;
            }

            _pending = _pending.Remove(intent);
            if (_pending.IsEmpty || _pending[0].Id > _committed.Sequence)
            {
                await ForgetDelivered();
            }
        }
    }

    private Task ForgetDelivered()
    {
        if (_fault is not null)
        {
            return Task.CompletedTask;
        }

        _collecting ??= new();
        return Settle([]);
    }

    private sealed class Batch
    {
        public ImmutableArray<Envelope>.Builder Events { get; } = ImmutableArray.CreateBuilder<Envelope>();

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
