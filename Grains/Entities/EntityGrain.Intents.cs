using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>What entities owe each other: delivered at least once, applied once.</summary>
/// <remarks>
/// What was delivered leaves the record with the entity's next write, so that telling another costs no write of its own;
/// an entity that writes nothing further is asked by the scan of what is pending. A crash until then delivers again.
/// </remarks>
internal abstract partial class EntityGrain<TState, TEvent>
{
    // What was delivered since the record was last given to the store.
    private ImmutableArray<Intent> _told = [];

    /// <summary>True where others are to be told of what is committed, or about to be.</summary>
    protected bool Owes => !_pending.IsEmpty;

    /// <summary>How many things others are to be told.</summary>
    protected int OwedCount => _pending.Length;

    /// <summary>Called once the stored record has no more what was delivered: nothing of it can be told again.</summary>
    protected virtual void OnForgotten(ImmutableArray<Intent> told)
    {
    }

    public async ValueTask DeliverPending()
    {
        await Deliver();
        if (_recordOwes && _pending.IsEmpty && _collecting is null && _inFlight is null && _fault is null)
        {
            _collecting = new();
            await Settle([]);
        }
    }

    /// <summary>Tells others what they are owed; what another call is delivering is waited for.</summary>
    protected Task Deliver()
    {
        if (_delivery is null or { IsCompleted: true })
        {
            _delivery = HasDue ? DeliverInOrder() : Task.CompletedTask;
        }

        return _delivery;
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

    /// <summary>Applies the effect of an intent whose repeat changes nothing anyway: without a memory of its senders, who may be many.</summary>
    protected ValueTask TakeRepeatable(Func<Decision<TEvent>> decide)
    {
        ThrowIfFaulted();
        return new(Settle(decide().Events));
    }

    // Owed in the tentative state but not yet committed is told only after its commit.
    private bool HasDue => _fault is null && !_pending.IsEmpty && _pending[0].Id <= _committed.Sequence;

    private async Task DeliverInOrder()
    {
        using var span = EntityTraces.Delivery(Key, _owedBy);
        while (HasDue)
        {
            var intent = _pending[0];
            try
            {
                await Tell(intent);
            }
            catch (Exception exception)
            {
                Log.IntentNotDelivered(context.Logger, Key, intent.Target, exception);
                return;
            }

            _pending = _pending.Remove(intent);
            _told = _told.Add(intent);
        }
    }
}
