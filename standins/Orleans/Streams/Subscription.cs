using System.Threading.Channels;

namespace Orleans.Standin;

/// <summary>
/// One subscriber of a stream with its bounded queue. Items go to it one at a time: as calls, where it is a grain (which
/// activates it). One that fails is tried again for a minute, then the subscriber is told and the next follows.
/// </summary>
internal sealed class Subscription
{
    private const int Capacity = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly SiloRuntime _silo;
    private readonly StreamChannel _channel;
    private readonly GrainClass? _ownerClass;
    private readonly Channel<StreamItem> _queue = Channel.CreateBounded<StreamItem>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly CancellationTokenSource _ending = new();
    private volatile IConsumer? _consumer;

    internal Subscription(SiloRuntime silo, StreamChannel channel, Activation? owner)
    {
        _silo = silo;
        _channel = channel;
        _ownerClass = owner?.Class;
        Owner = owner?.GrainId;
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(PumpAsync);
        }
    }

    internal Guid Id { get; } = Guid.NewGuid();

    /// <summary>The grain that subscribed; null for a client.</summary>
    internal GrainId? Owner { get; }

    internal bool HasEnded => _ending.IsCancellationRequested;

    /// <summary>A grain's observer lives with its activation; a client's with the subscription.</summary>
    internal void Attach(Activation? activation, IConsumer consumer)
    {
        if (activation is null)
        {
            _consumer = consumer;
        }
        else
        {
            (activation.Parts.Consumers ??= [])[Id] = consumer;
        }
    }

    internal async ValueTask WriteAsync(StreamItem item)
    {
        try
        {
            await _queue.Writer.WriteAsync(item, _ending.Token);
        }
        catch (OperationCanceledException) when (HasEnded)
        {
            // It ended while this waited for room.
        }
    }

    internal void End()
    {
        _channel.Remove(this);
        _ending.Cancel();
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var item in _queue.Reader.ReadAllAsync(_ending.Token))
            {
                await DeliverAsync(item);
            }
        }
        catch (OperationCanceledException) when (HasEnded)
        {
            // The subscriber has unsubscribed.
        }
    }

    private async Task DeliverAsync(StreamItem item)
    {
        var begun = _silo.Time.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                await CallAsync(consumer => consumer.OnNextAsync(item));
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !HasEnded)
            {
                _silo.Log.DeliveryFailed(exception, _channel.Id, Id);
                if (_silo.Time.GetElapsedTime(begun) >= Patience || _silo.IsOver)
                {
                    await TellAsync(exception);
                    return;
                }
            }

            await Task.Delay(pause, _silo.Time, _ending.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task TellAsync(Exception exception)
    {
        try
        {
            await CallAsync(consumer => consumer.OnErrorAsync(exception));
        }
        catch (Exception second)
        {
            _silo.Log.DeliveryFailed(second, _channel.Id, Id);
        }
    }

    private Task CallAsync(Func<IConsumer, Task> deliver)
    {
        if (Owner is { } owner)
        {
            var call = new DeliveryCall(this, deliver);
            return _silo.SendAsync(owner, _ownerClass!, call);
        }

        return _consumer is { } consumer ? deliver(consumer) : Task.CompletedTask;
    }

    /// <summary>On the owner's worker.</summary>
    internal Task DeliverToOwner(Func<IConsumer, Task> deliver)
    {
        if (HasEnded)
        {
            return Task.CompletedTask;
        }

        if (Activation.Current!.Parts.Consumers?.GetValueOrDefault(Id) is IConsumer consumer)
        {
            return deliver(consumer);
        }

        _silo.Log.NotResumed(_channel.Id, Owner!.Value, Id);
        return Task.CompletedTask;
    }
}
