using System.Text;
using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds;
using Websocket.Client;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>The push service: keeps the connection and its subscription alive.</summary>
internal sealed class PushSource(TerritorySettings settings, FeedMeasures measures, TimeProvider time, ILogger logger) : IFrameSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Subscription _subscription = new(settings.Worlds, TerritorySettings.EventNames);
    private readonly Lock _lock = new();
    private SubscriptionWatch _watch = SubscriptionWatch.Disconnected;
    private int _failures;

    public async Task Run(IFrameSink sink, CancellationToken cancellationToken)
    {
        using var client = new WebsocketClient(settings.StreamUrl)
        {
            ReconnectTimeout = settings.SilenceBeforeReconnect,
            ErrorReconnectTimeout = TimeSpan.FromSeconds(1),
            LostReconnectTimeout = TimeSpan.FromSeconds(1),
        };
        using var connected = client.ReconnectionHappened.Subscribe(info => OnConnected(client, info));
        using var disconnected = client.DisconnectionHappened.Subscribe(info => OnDisconnected(client, info));
        using var received = client.MessageReceived.Subscribe(message => OnMessage(client, sink, message));
        await client.Start();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await Attend(client);
        }
    }

    private void OnConnected(WebsocketClient client, ReconnectionInfo info)
    {
        _failures = 0;
        Log.Connected(logger, settings.StreamUrl.GetLeftPart(UriPartial.Path), info.Type.ToString());
        if (info.Type != ReconnectionType.Initial)
        {
            measures.Reconnected();
        }

        Advance(_ => SubscriptionWatch.Connected(time.GetUtcNow()));
        SubscribeWhereDue(client);
    }

    private void OnDisconnected(WebsocketClient client, DisconnectionInfo info)
    {
        if (info.Type == DisconnectionType.Exit)
        {
            return;
        }

        if (info.Type == DisconnectionType.Error)
        {
            client.ErrorReconnectTimeout = TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(_failures++, 6)));
        }

        Log.Disconnected(logger, info.Type.ToString(), info.Exception);
        Advance(_ => SubscriptionWatch.Disconnected);
    }

    private void OnMessage(WebsocketClient client, IFrameSink sink, ResponseMessage message)
    {
        var content = message.Text is { } text ? Encoding.UTF8.GetBytes(text) : message.Binary ?? [];
        if (content.AsSpan().IndexOf("\"subscription\""u8) >= 0 && PushParser.Parse(content).Message is SubscriptionEcho echo)
        {
            OnEcho(client, echo);
        }

        if (!sink.TryDeliver(new(time.GetUtcNow(), TerritoryFeed.Push, content), Patience))
        {
            measures.Refused(FrameRefusal.Overflow);
            Log.Overflow(logger, Patience.TotalSeconds);
        }
    }

    private void OnEcho(WebsocketClient client, SubscriptionEcho echo)
    {
        var isRight = _subscription.IsEchoedBy(echo);
        if (!isRight)
        {
            FeedMeters.Resubscriptions.Add(1);
            Log.SubscriptionChanged(logger, string.Join(',', echo.Worlds), string.Join(',', echo.EventNames));
        }

        Advance(watch => watch.Echoed(isRight, time.GetUtcNow()));
        SubscribeWhereDue(client);
    }

    private async Task Attend(WebsocketClient client)
    {
        SubscribeWhereDue(client);
        var isHopeless = false;
        Advance(watch => (isHopeless = watch.IsHopeless(time.GetUtcNow())) ? SubscriptionWatch.Disconnected : watch);
        if (isHopeless)
        {
            Log.SubscriptionHopeless(logger);
            await client.Reconnect();
        }
    }

    private void SubscribeWhereDue(WebsocketClient client)
    {
        var now = time.GetUtcNow();
        var isDue = false;
        Advance(watch => (isDue = watch.IsDue(now)) ? watch.Sent(now) : watch);
        if (isDue)
        {
            Log.Subscribing(logger, string.Join(',', settings.Worlds));
            client.Send(_subscription.Text);
        }
    }

    private void Advance(Func<SubscriptionWatch, SubscriptionWatch> next)
    {
        lock (_lock)
        {
            _watch = next(_watch);
        }
    }
}
