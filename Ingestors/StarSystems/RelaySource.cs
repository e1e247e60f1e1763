using Microsoft.Extensions.Logging;
using NetMQ;
using NetMQ.Monitoring;
using NetMQ.Sockets;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>A ZeroMQ relay: a thread of its own receives and hands on. A connection that is lost, or falls silent, is made anew.</summary>
/// <param name="feed">Which feed it brings.</param>
/// <param name="endpoint">Where the relay is.</param>
/// <param name="patience">How long it waits where there is no room; after that the frame is dropped.</param>
/// <param name="silence">A connection that brings nothing for this long is dead.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of the connection.</param>
internal sealed class RelaySource(MeasuredFeed feed, string endpoint, TimeSpan patience, TimeSpan silence, TimeProvider time, ILogger logger) : IFrameSource
{
    // What EDDN's gateway takes is at most that, and deflated less.
    private const long MostBytes = 1 << 20;

    private const int QueuedMessages = 10_000;
    private const int AtATime = 1_000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan OverflowInterval = TimeSpan.FromMinutes(1);

    private readonly bool _hasTopics = feed.Name == StarSystemFeeds.TickDetector;
    private List<byte[]>? _parts;
    private bool _wasConnected;
    private long _heardAt;
    private long? _overflowToldAt;

    public Task Run(IFrameSink sink, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                Receive(sink, cancellationToken);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    // Until it is cancelled, or the connection is silent for too long.
    private void Receive(IFrameSink sink, CancellationToken stopping)
    {
        using var socket = new SubscriberSocket();
        socket.Options.ReceiveHighWatermark = QueuedMessages;
        socket.Options.MaxMsgSize = MostBytes;
        socket.Options.Linger = TimeSpan.Zero;
        socket.Options.ReconnectInterval = TimeSpan.FromSeconds(1);
        socket.Options.ReconnectIntervalMax = TimeSpan.FromSeconds(60);
        using var monitor = new NetMQMonitor(socket, $"inproc://{feed.Name}-{Guid.NewGuid():N}", SocketEvents.Connected | SocketEvents.Disconnected);
        monitor.Connected += (_, _) => OnConnected();
        monitor.Disconnected += (_, _) => Log.Disconnected(logger, feed.Name, endpoint);

        var look = new NetMQTimer(LookInterval);
        using var poller = new NetMQPoller { socket, look };
        monitor.AttachToPoller(poller);
        socket.ReceiveReady += (_, _) => Take(socket, sink);
        look.Elapsed += (_, _) => StopWhereDue(poller, stopping);
        _heardAt = time.GetTimestamp();
        socket.SubscribeToAnyTopic();
        socket.Connect(endpoint);
        poller.Run();
        monitor.DetachFromPoller();
    }

    private void StopWhereDue(NetMQPoller poller, CancellationToken stopping)
    {
        var isSilent = time.GetElapsedTime(_heardAt) >= silence;
        if (isSilent)
        {
            Log.Silent(logger, feed.Name, endpoint, silence.TotalMinutes);
        }

        if (isSilent || stopping.IsCancellationRequested)
        {
            poller.StopAsync();
        }
    }

    private void OnConnected()
    {
        Log.Connected(logger, feed.Name, endpoint);
        if (_wasConnected)
        {
            feed.Measures.Reconnected();
        }

        _wasConnected = true;
    }

    private void Take(SubscriberSocket socket, IFrameSink sink)
    {
        for (var taken = 0; taken < AtATime && socket.TryReceiveMultipartBytes(ref _parts!, _hasTopics ? 2 : 1); taken++)
        {
            _heardAt = time.GetTimestamp();
            Deliver(_parts, sink);
        }
    }

    private void Deliver(List<byte[]> parts, IFrameSink sink)
    {
        if (parts.Count != (_hasTopics ? 2 : 1))
        {
            feed.Measures.Refused(FrameRefusal.UnknownFrame);
            return;
        }

        var frame = new FeedFrame(time.GetUtcNow(), feed.Frames, parts[^1]) { IsDeflated = true, Topic = _hasTopics ? parts[0] : default };
        if (!sink.TryDeliver(frame, patience))
        {
            feed.Measures.Refused(FrameRefusal.Overflow);
            TellOverflow();
        }
    }

    private void TellOverflow()
    {
        if (_overflowToldAt is not { } told || time.GetElapsedTime(told) >= OverflowInterval)
        {
            _overflowToldAt = time.GetTimestamp();
            Log.Overflow(logger, feed.Name, patience.TotalSeconds);
        }
    }
}
