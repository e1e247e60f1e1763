using System.Diagnostics.Metrics;

namespace OrleansGameState.Gateway.Telemetry;

/// <summary>What the gateway measures of its watchers.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "OrleansGameState.Gateway";

    private readonly UpDownCounter<int> _subscribers;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _resyncs;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _published;
    private readonly Counter<long> _leftOut;
    private int _watched;
    private int _subscribed;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("gateway.watched_entities", () => Volatile.Read(ref _watched), description: "Entities that are watched for clients.");
        _subscribers = meter.CreateUpDownCounter<int>("gateway.subscribers", description: "Subscriptions of clients, by transport.");
        _sent = meter.CreateCounter<long>("gateway.envelopes_sent", description: "Events sent to clients, by transport.");
        _resyncs = meter.CreateCounter<long>("gateway.resyncs", description: "Times that events were read again or replaced by a snapshot, by reason: gap, slow, truncated.");
        _repeats = meter.CreateCounter<long>("gateway.calls_repeated", description: "Grain calls that were lost with a silo and made again.");
        _published = meter.CreateCounter<long>("gateway.feed_messages", description: "Messages published over ZeroMQ, by topic.");
        _leftOut = meter.CreateCounter<long>("gateway.feed_left_out", description: "Messages that were not published over ZeroMQ since too many waited, by topic.");
    }

    public int WatchedEntities => Volatile.Read(ref _watched);

    public int Subscribers => Volatile.Read(ref _subscribed);

    public void Watched(int entities) => Volatile.Write(ref _watched, entities);

    public void Subscribed(string transport, int change)
    {
        Interlocked.Add(ref _subscribed, change);
        _subscribers.Add(change, new KeyValuePair<string, object?>("transport", transport));
    }

    public void Sent(string transport) => _sent.Add(1, new KeyValuePair<string, object?>("transport", transport));

    public void Resynced(string reason) => _resyncs.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Repeated() => _repeats.Add(1);

    public void Published(string topic) => _published.Add(1, new KeyValuePair<string, object?>("topic", topic));

    public void LeftOut(string topic) => _leftOut.Add(1, new KeyValuePair<string, object?>("topic", topic));
}
