using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>An entity live over a gRPC stream.</summary>
internal sealed class RpcWatch(
    WatchRegistry watches,
    IOptions<GatewayOptions> options,
    IHostApplicationLifetime lifetime,
    GatewayMetrics metrics)
{
    private const string Transport = "grpc";

    public Task Serve<T>(
        Entity entity,
        string field,
        long? after,
        IServerStreamWriter<T> stream,
        Func<EntityView, T> snapshot,
        Func<Delta, T> update,
        ServerCallContext context)
        where T : class =>
        Send(
            outbox =>
            {
                var subscription = watches.Subscribe(entity, outbox, after);
                return () => watches.Unsubscribe(subscription);
            },
            entity.Topic,
            field,
            stream,
            delivery => delivery switch
            {
                Delivery.Snapshot whole => snapshot(whole.View),
                Delivery.Event @event => update(@event.Delta),
                _ => null,
            },
            context);

    /// <summary>Something that leads from entity to entity; a message of null is none. There is no resuming.</summary>
    public Task Follow<T>(
        Func<Outbox, Follower> follow,
        string topic,
        string field,
        IServerStreamWriter<T> stream,
        Func<Delivery, T?> message,
        ServerCallContext context)
        where T : class =>
        Send(outbox => follow(outbox).End, topic, field, stream, message, context);

    private async Task Send<T>(
        Func<Outbox, Action> begin,
        string topic,
        string field,
        IServerStreamWriter<T> stream,
        Func<Delivery, T?> message,
        ServerCallContext context)
        where T : class
    {
        CallPatience.Outlast();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var outbox = new Outbox(options.Value.QueueBytes);
        var end = begin(outbox);
        metrics.Subscribed(Transport, 1);
        try
        {
            await foreach (var delivery in outbox.Deliveries(ending.Token))
            {
                var told = delivery is Delivery.Followed led ? led.Inner : delivery;
                switch (told)
                {
                    case Delivery.Unknown:
                        throw Refusals.NotFound(field, $"Nothing was ever told of {topic}.");
                    case Delivery.Failed failed:
                        throw new TimeoutException($"{failed.Subscription.Topic} could not be read.", failed.Exception);
                    case var _ when message(told) is { } made:
                        await stream.WriteAsync(made, ending.Token);
                        break;
                    default:
                        break;
                }

                if (told is Delivery.Event)
                {
                    metrics.Sent(Transport);
                }
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server stops."));
        }
        finally
        {
            metrics.Subscribed(Transport, -1);
            end();
        }
    }
}
