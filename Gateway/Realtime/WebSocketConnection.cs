using System.Buffers;
using System.Net.WebSockets;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One WebSocket client: what it asks for, and what it is sent.</summary>
internal sealed class WebSocketConnection(
    WebSocket socket,
    WatchRegistry watches,
    Announcements announcements,
    EntityKinds kinds,
    IFollowedTopics[] followed,
    GatewayOptions options,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger logger)
{
    public const int MaxMessageBytes = 64 * 1024;
    private const string Transport = "websocket";
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private readonly Outbox _outbox = new(options.QueueBytes);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Follower> _followers = new(StringComparer.Ordinal);

    /// <summary>Serves until the client leaves, breaks a limit, or the server stops.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        using var ending = new CancellationTokenSource();
        var sending = Send(ending.Token);
        var receiving = Receive(ending.Token);
        try
        {
            await Task.WhenAny(receiving, sending, Task.Delay(Timeout.Infinite, stopping));
            _outbox.Complete();
            var (status, reason) = receiving.IsCompleted ? await receiving : (WebSocketCloseStatus.EndpointUnavailable, "The server stops.");
            await Close(sending, receiving, status, reason);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or TimeoutException)
        {
            // The client is gone, or takes nothing any more.
        }
        finally
        {
            await ending.CancelAsync();
            socket.Abort();
            await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Leave();
        }
    }

    private async Task Close(Task sending, Task receiving, WebSocketCloseStatus status, string reason)
    {
        await sending.WaitAsync(ClosePatience, time);
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var patience = new CancellationTokenSource(ClosePatience, time);
        await socket.CloseOutputAsync(status, reason, patience.Token);

        // What the client still sends is read and dropped: left unread, it would reset the connection under the close.
        await receiving.WaitAsync(patience.Token);
        var buffer = new byte[4096];
        while (socket.State == WebSocketState.CloseSent)
        {
            await socket.ReceiveAsync(buffer, patience.Token);
        }
    }

    private async Task<(WebSocketCloseStatus Status, string Reason)> Receive(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxMessageBytes + 1);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer.AsMemory(length, MaxMessageBytes + 1 - length), cancellationToken);
                    length += result.Count;
                    if (length > MaxMessageBytes)
                    {
                        return (WebSocketCloseStatus.MessageTooBig, $"A message has at most {MaxMessageBytes} bytes.");
                    }
                }
                while (!result.EndOfMessage);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    return (WebSocketCloseStatus.NormalClosure, "");
                }

                var answered = result.MessageType == WebSocketMessageType.Text
                    ? await Handle(buffer.AsMemory(0, length))
                    : Answer(RealtimeJson.Error(new("binary-message", "", "Messages are text."), null));
                if (!answered)
                {
                    return (WebSocketCloseStatus.PolicyViolation, "Answers are asked for and not read.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Answer(byte[] bytes) => _outbox.Post(bytes);

    // Best effort: one too slow for it goes without.
    private void Announce(Announcement announcement) => _outbox.Post(announcement.WebSocket);

    private async Task<bool> Handle(ReadOnlyMemory<byte> utf8)
    {
        var (message, error, topic) = ClientMessage.Parse(utf8);
        if (message is null)
        {
            return Answer(RealtimeJson.Error(error!, topic));
        }

        try
        {
            return message.Op switch
            {
                "ping" => Answer(RealtimeJson.Pong()),
                "topics" => Answer(RealtimeJson.Topics([.. await kinds.Topics(), .. announcements.Topics])),
                "unsubscribe" => Unsubscribe(message.Topic!),
                _ => await Subscribe(message.Topic!, message.After),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotRead(logger, message.Topic ?? message.Op, exception);
            return Answer(RealtimeJson.Error(Unavailable, topic));
        }
    }

    private static ClientError Unavailable => new("unavailable", "", "The silo or its store does not answer; try again.");

    private async Task<bool> Subscribe(string topic, long? after)
    {
        Entity? entity = null;
        var follows = Array.Find(followed, of => of.IsTopic(topic));
        if (follows is null && !announcements.IsTopic(topic) && !kinds.TryFind(topic, out entity))
        {
            return Answer(RealtimeJson.Error(new("unknown-topic", "topic", $"There is no topic '{topic}'."), topic));
        }

        lock (_lock)
        {
            var isNew = !_subscriptions.ContainsKey(topic) && !_announced.Contains(topic) && !_followers.ContainsKey(topic);
            if (isNew && _subscriptions.Count + _announced.Count + _followers.Count >= options.TopicsPerConnection)
            {
                return Answer(RealtimeJson.Error(new("too-many-topics", "topic", $"A connection has at most {options.TopicsPerConnection} topics."), topic));
            }

            if (entity is not null || follows is not null)
            {
                // Subscribing again begins anew.
                End(topic);
                Begin(topic, entity, follows, after);
                metrics.Subscribed(Transport, 1);
                return true;
            }

            if (_announced.Add(topic))
            {
                metrics.Subscribed(Transport, 1);
            }
        }

        await announcements.Follow(topic, Announce);
        return Answer(RealtimeJson.Subscribed(topic, 0));
    }

    private void Begin(string topic, Entity? entity, IFollowedTopics? follows, long? after)
    {
        if (entity is not null)
        {
            _subscriptions[topic] = watches.Subscribe(entity, _outbox, after);
        }
        else
        {
            _followers[topic] = follows!.Follow(topic, _outbox);
        }
    }

    private bool Unsubscribe(string topic) => End(topic)
        ? Answer(RealtimeJson.Unsubscribed(topic))
        : Answer(RealtimeJson.Error(new("not-subscribed", "topic", $"There is no subscription to '{topic}'."), topic));

    private bool End(string topic)
    {
        lock (_lock)
        {
            if (_announced.Remove(topic))
            {
                announcements.Unfollow(topic, Announce);
            }
            else if (_subscriptions.Remove(topic, out var subscription))
            {
                watches.Unsubscribe(subscription);
            }
            else if (_followers.Remove(topic, out var follower))
            {
                follower.End();
            }
            else
            {
                return false;
            }
        }

        metrics.Subscribed(Transport, -1);
        return true;
    }

    private void Leave()
    {
        string[] topics;
        lock (_lock)
        {
            topics = [.. _subscriptions.Keys, .. _announced, .. _followers.Keys];
        }

        foreach (var topic in topics)
        {
            End(topic);
        }
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        await foreach (var delivery in _outbox.Deliveries(cancellationToken))
        {
            await socket.SendAsync(Bytes(delivery), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            if (delivery is Delivery.Event or Delivery.Followed { Inner: Delivery.Event })
            {
                metrics.Sent(Transport);
            }
        }
    }

    private ReadOnlyMemory<byte> Bytes(Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Event @event:
                return @event.Delta.WebSocket;
            case Delivery.Snapshot snapshot:
                return RealtimeJson.Snapshot(snapshot.Subscription.Topic, snapshot.View, withOp: true);
            case Delivery.Resumed resumed:
                return RealtimeJson.Subscribed(resumed.Subscription.Topic, resumed.Sequence);
            case Delivery.Unknown unknown:
                Forget(unknown.Subscription);
                return RealtimeJson.Error(
                    new("unknown-topic", "topic", $"Nothing was ever told of '{unknown.Subscription.Topic}'."),
                    unknown.Subscription.Topic);
            case Delivery.Failed failed:
                Log.NotRead(logger, failed.Subscription.Topic, failed.Exception);
                Forget(failed.Subscription);
                return RealtimeJson.Error(Unavailable, failed.Subscription.Topic);
            case Delivery.Followed followed:
                return Bytes(followed);
            default:
                return ((Delivery.Raw)delivery).Bytes;
        }
    }

    private byte[] Bytes(Delivery.Followed followed)
    {
        var (follower, inner) = followed;
        if (inner is Delivery.Snapshot or Delivery.Event)
        {
            return RealtimeJson.Followed(follower, inner, withOp: true);
        }

        Forget(follower);
        if (inner is Delivery.Failed failed)
        {
            Log.NotRead(logger, failed.Subscription.Topic, failed.Exception);
            return RealtimeJson.Error(Unavailable, follower.Topic);
        }

        return RealtimeJson.Error(new("unknown-topic", "topic", $"Nothing was ever told of '{follower.Topic}'."), follower.Topic);
    }

    // Unless the client has subscribed anew meanwhile.
    private void Forget(Follower follower)
    {
        lock (_lock)
        {
            if (_followers.TryGetValue(follower.Topic, out var current) && current == follower)
            {
                End(follower.Topic);
            }
        }
    }

    // Unless the client has subscribed anew meanwhile.
    private void Forget(Subscription subscription)
    {
        lock (_lock)
        {
            if (_subscriptions.TryGetValue(subscription.Topic, out var current) && current == subscription)
            {
                End(subscription.Topic);
            }
        }
    }
}
