using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NetMQ;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.StarSystems.Publishing;

/// <summary>
/// Publishes what is announced over ZeroMQ, as the Tick Detector feed does. Where the address cannot be had, everything
/// else goes on: another server of this machine may have it, and may give it up.
/// </summary>
internal sealed class TickPublisher(
    IOptions<GatewayOptions> options,
    Announcements announcements,
    Heartbeats heartbeats,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger<TickPublisher> logger) : BackgroundService
{
    public static readonly TimeSpan BeatEvery = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<string?> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedSocket? _socket;
    private bool _leftOut;

    /// <summary>Where it is published, once it is.</summary>
    public Task<string?> Endpoint => _endpoint.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.StarSystems.PublishEndpoint is not { Length: > 0 } endpoint)
        {
            return;
        }

        try
        {
            // Before that, what it tells of may not be there yet.
            await lifetime.WhenStarted(stoppingToken);
            using var socket = _socket = await Bind(endpoint, stoppingToken);
            Log.Published(logger, socket.Endpoint);
            await Publish(socket, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Publish(FeedSocket socket, CancellationToken stopping)
    {
        await Beat(Heartbeats.Startup);
        _endpoint.TrySetResult(socket.Endpoint);
        try
        {
            await Follow();
            using var beats = new PeriodicTimer(BeatEvery, time);
            while (await beats.WaitForNextTickAsync(stopping))
            {
                await Beat(Heartbeats.Online);
            }
        }
        finally
        {
            foreach (var name in TickTopics.OfTheFeed)
            {
                announcements.Unfollow(TickTopics.Topic(name), Hand);
            }
        }
    }

    private async Task<FeedSocket> Bind(string endpoint, CancellationToken stopping)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return FeedSocket.Bind(endpoint, exception => Log.NotSent(logger, exception));
            }
            catch (Exception exception) when (exception is NetMQException or SocketException)
            {
                if (isFirst)
                {
                    var detail = exception is AddressAlreadyInUseException ? "the address is in use." : $"{exception.Message.TrimEnd('.')}.";
                    Log.NotPublished(logger, endpoint, detail, RetryEvery.TotalSeconds);
                }
            }

            await Task.Delay(RetryEvery, time, stopping);
        }
    }

    // The topics are of one subscription; where it could not be made, it is made anew without being asked for.
    private async Task Follow()
    {
        foreach (var name in TickTopics.OfTheFeed)
        {
            try
            {
                await announcements.Follow(TickTopics.Topic(name), Hand);
            }
            catch (Exception exception)
            {
                Log.NotFollowed(logger, exception);
            }
        }
    }

    private async Task Beat(string status)
    {
        var json = StarSystemJson.Write(await heartbeats.Make(status));
        foreach (var topic in Heartbeats.Topics)
        {
            Send(new(topic, json));
        }
    }

    private void Hand(Announcement announcement) => Send(new(announcement.Name, announcement.Json));

    private void Send(PublishedMessage message)
    {
        if (_socket!.TrySend(message))
        {
            metrics.Published(message.Topic);
            return;
        }

        metrics.LeftOut(message.Topic);
        if (!_leftOut)
        {
            _leftOut = true;
            Log.LeftOut(logger);
        }
    }
}
