using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace NetMQ;

/// <summary>A message: frames that arrive together or not at all.</summary>
public class NetMQMessage : IEnumerable<NetMQFrame>
{
    private readonly List<NetMQFrame> _frames;

    public NetMQMessage(int expectedFrameCount = 4) => _frames = new List<NetMQFrame>(expectedFrameCount);

    public NetMQMessage(IEnumerable<NetMQFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        _frames = [.. frames];
    }

    public NetMQMessage(IEnumerable<byte[]> buffers)
    {
        ArgumentNullException.ThrowIfNull(buffers);
        _frames = [.. buffers.Select(buffer => new NetMQFrame(buffer))];
    }

    public NetMQFrame First => _frames[0];

    public NetMQFrame Last => _frames[^1];

    public bool IsEmpty => _frames.Count == 0;

    public int FrameCount => _frames.Count;

    public NetMQFrame this[int index] => _frames[index];

    public void Append(NetMQFrame frame) => _frames.Add(frame);

    public void Append(byte[] buffer) => Append(new NetMQFrame(buffer));

    public void Append(string message) => Append(new NetMQFrame(message));

    public void Append(string message, Encoding encoding) => Append(new NetMQFrame(message, encoding));

    public void Append(int value) => Append(BigEndian(value));

    public void Append(long value) => Append(BigEndian(value));

    public void AppendEmptyFrame() => Append(NetMQFrame.Empty);

    public void Push(NetMQFrame frame) => _frames.Insert(0, frame);

    public void Push(byte[] buffer) => Push(new NetMQFrame(buffer));

    public void Push(string message) => Push(new NetMQFrame(message));

    public void Push(string message, Encoding encoding) => Push(new NetMQFrame(message, encoding));

    public void Push(int value) => Push(BigEndian(value));

    public void Push(long value) => Push(BigEndian(value));

    public void PushEmptyFrame() => Push(NetMQFrame.Empty);

    /// <summary>Takes the first frame away.</summary>
    public NetMQFrame Pop()
    {
        var frame = _frames[0];
        _frames.RemoveAt(0);
        return frame;
    }

    public bool RemoveFrame(NetMQFrame frame) => _frames.Remove(frame);

    public void Clear() => _frames.Clear();

    public IEnumerator<NetMQFrame> GetEnumerator() => _frames.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        _frames.Count == 0 ? "NetMQMessage[<no frames>]" : $"NetMQMessage[{string.Join(',', _frames.Select(frame => frame.ConvertToString()))}]";

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
