using System.Collections.Concurrent;

namespace NetMQ.Core;

/// <summary>The events of another socket, as something that can be polled.</summary>
internal sealed class MonitorCore(SocketEvents wanted) : SocketCore
{
    private const int Capacity = 10_000;

    private readonly ConcurrentQueue<MonitorRecord> _records = new();

    public override string SocketType => "PAIR";

    /// <summary>Dropped where nobody has looked for very long.</summary>
    public void Add(MonitorRecord record)
    {
        if ((record.Event & wanted) != 0 && _records.Count < Capacity)
        {
            _records.Enqueue(record);
            Rouse();
        }
    }

    public bool TryTake(out MonitorRecord record) => _records.TryDequeue(out record);

    protected override bool TryTake(ref Msg msg) => throw new NotSupportedException();

    protected override void Send(ReadOnlySpan<byte> frame, bool more) => throw new NotSupportedException();

    protected override PollEvents ReadyNow() => _records.IsEmpty ? PollEvents.None : PollEvents.PollIn;
}
