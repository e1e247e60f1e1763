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

    public async Task Serve<T>(
        Entity entity,
        string field,
        long? after,
        IServerStreamWriter<T> stream,
        Func<EntityView, T> snapshot,
        Func<Delta, T> update,
        ServerCallContext context)
    {
        CallPatience.Outlast();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var outbox = new Outbox(options.Value.QueueBytes);
        var subscription = watches.Subscribe(entity, outbox, after);
        metrics.Subscribed(Transport, 1);
        try
        {
            await foreach (var delivery in outbox.Deliveries(ending.Token))
            {
                switch (delivery)
                {
                    case Delivery.Snapshot whole:
                        await stream.WriteAsync(snapshot(whole.View), ending.Token);
                        break;
                    case Delivery.Event @event:
                        await stream.WriteAsync(update(@event.Delta), ending.Token);
                        metrics.Sent(Transport);
                        break;
                    case Delivery.Unknown:
                        throw Refusals.NotFound(field, $"Nothing was ever told of {entity.Topic}.");
                    case Delivery.Failed failed:
                        throw new TimeoutException($"{entity.Topic} could not be read.", failed.Exception);
                    default:
                        break;
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
            watches.Unsubscribe(subscription);
        }
    }
}
