using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>What entities owe each other: delivered at least once, applied once.</summary>
internal abstract partial class EntityGrain<TState, TEvent>
{
    public async ValueTask DeliverPending()
    {
        if (_delivering || _pending.IsEmpty)
        {
            return;
        }

        _delivering = true;
        using var span = EntityTraces.Delivery(Key, _owedBy);
        try
        {
            await DeliverInOrder();
        }
        finally
        {
            _delivering = false;
        }
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
    private async Task DeliverInOrder()
    {
        while (_fault is null && _pending.FirstOrDefault() is { } intent && intent.Id <= _committed.Sequence)
        {
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
}
