using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>An entity live over text/event-stream.</summary>
internal sealed class EventStream(
    WatchRegistry watches,
    IOptions<GatewayOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger<EventStream> logger)
{
    private const string Transport = "sse";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task Serve(HttpContext context, Entity entity, string field)
    {
        var (position, name) = context.Request.Headers["Last-Event-ID"].FirstOrDefault() is { Length: > 0 } last
            ? (last, "Last-Event-ID")
            : (context.Request.Query["after"].FirstOrDefault(), "after");
        long after = 0;
        if (position is not null && !Numbers.TryParse(name, position, 0, long.MaxValue - 1, out after, out var problem))
        {
            await problem!.Write(context);
            return;
        }

        if (!entity.Kind.IsAlwaysThere && (await entity.Kind.View(entity.Key)).Sequence == 0)
        {
            await Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.").Write(context);
            return;
        }

        await Stream(context, entity, position is null ? null : after);
    }

    /// <summary>Something that leads from entity to entity. There is no resuming.</summary>
    public Task Serve(HttpContext context, Func<Outbox, Follower> follow) => Stream(context, outbox => follow(outbox).End);

    private Task Stream(HttpContext context, Entity entity, long? after) => Stream(context, outbox =>
    {
        var subscription = watches.Subscribe(entity, outbox, after);
        return () => watches.Unsubscribe(subscription);
    });

    private async Task Stream(HttpContext context, Func<Outbox, Action> begin)
    {
        CallPatience.Outlast();
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var outbox = new Outbox(options.Value.QueueBytes);
        var end = begin(outbox);
        metrics.Subscribed(Transport, 1);
        await using var heartbeat = time.CreateTimer(_ => outbox.Post(ServerSentEvents.Heartbeat), null, Heartbeat, Heartbeat);
        try
        {
            await context.Response.StartAsync(ending.Token);
            await foreach (var delivery in outbox.Deliveries(ending.Token))
            {
                if (!await Send(context, delivery, ending.Token))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client left, or the server stops.
        }
        finally
        {
            metrics.Subscribed(Transport, -1);
            end();
        }
    }

    // False ends the stream; the client comes back with its last id.
    private async ValueTask<bool> Send(HttpContext context, Delivery delivery, CancellationToken cancellationToken)
    {
        var bytes = delivery switch
        {
            Delivery.Snapshot snapshot => ServerSentEvents.Frame(
                "snapshot",
                snapshot.View.Sequence,
                RealtimeJson.Snapshot(snapshot.Subscription.Topic, snapshot.View, withOp: false)),
            Delivery.Event @event => @event.Delta.ServerSent,
            Delivery.Raw raw => raw.Bytes,
            Delivery.Resumed => ServerSentEvents.Heartbeat,
            Delivery.Followed { Inner: Delivery.Snapshot or Delivery.Event } followed => ServerSentEvents.Frame(
                followed.Inner is Delivery.Snapshot ? "snapshot" : "delta", RealtimeJson.Followed(followed.Follower, followed.Inner, withOp: false)),
            _ => ReadOnlyMemory<byte>.Empty,
        };
        if ((delivery is Delivery.Followed led ? led.Inner : delivery) is Delivery.Failed failed)
        {
            Log.NotRead(logger, failed.Subscription.Topic, failed.Exception);
        }

        if (bytes.IsEmpty)
        {
            return false;
        }

        await context.Response.BodyWriter.WriteAsync(bytes, cancellationToken);
        if (delivery is Delivery.Event or Delivery.Followed { Inner: Delivery.Event })
        {
            metrics.Sent(Transport);
        }

        return true;
    }
}
