using Grpc.Core;
using Microsoft.Extensions.Hosting;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Announcements over a gRPC stream. Best effort: there is no resuming. Headers are sent once they come.</summary>
internal sealed class RpcAnnouncements(Announcements announcements, IHostApplicationLifetime lifetime, GatewayMetrics metrics)
{
    private const string Transport = "grpc";

    public async Task Serve<T>(IReadOnlyList<string> topics, IServerStreamWriter<T> stream, Func<Announcement, T> message, ServerCallContext context)
    {
        CallPatience.Outlast();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var queue = new AnnouncementQueue(announcements, topics);
        await queue.Follow();
        metrics.Subscribed(Transport, 1);
        try
        {
            await context.WriteResponseHeadersAsync([]);
            await foreach (var announcement in queue.Reader.ReadAllAsync(ending.Token))
            {
                await stream.WriteAsync(message(announcement!), ending.Token);
                metrics.Sent(Transport);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server stops."));
        }
        finally
        {
            metrics.Subscribed(Transport, -1);
        }
    }
}
