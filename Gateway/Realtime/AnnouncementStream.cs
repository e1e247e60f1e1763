using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Announcements over text/event-stream. Best effort: there is no resuming.</summary>
internal sealed class AnnouncementStream(Announcements announcements, IHostApplicationLifetime lifetime, TimeProvider time, GatewayMetrics metrics)
{
    private const string Transport = "sse";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task Serve(HttpContext context, IReadOnlyList<string> topics)
    {
        CallPatience.Outlast();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var queue = new AnnouncementQueue(announcements, topics);
        await queue.Follow();
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        metrics.Subscribed(Transport, 1);
        await using var heartbeat = time.CreateTimer(_ => queue.Beat(), null, Heartbeat, Heartbeat);
        try
        {
            await context.Response.BodyWriter.WriteAsync(ServerSentEvents.Heartbeat, ending.Token);
            await foreach (var announcement in queue.Reader.ReadAllAsync(ending.Token))
            {
                await context.Response.BodyWriter.WriteAsync(announcement?.ServerSent ?? ServerSentEvents.Heartbeat, ending.Token);
                if (announcement is not null)
                {
                    metrics.Sent(Transport);
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
        }
    }
}
