namespace NetMQ;

/// <summary>Brings what comes after an await back to the poller's thread.</summary>
internal sealed class PollerSynchronizationContext(NetMQPoller poller) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        new Task(() => d(state)).Start(poller);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Post, or use NetMQPoller.Run.");

    public override SynchronizationContext CreateCopy() => this;
}
