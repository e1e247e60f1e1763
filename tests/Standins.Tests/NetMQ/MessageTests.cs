using System.Text;
using NetMQ;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>Frames and messages, without a socket.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Frame_OfText_IsAsciiUnlessTold()
    {
        Assert.Equal("A?"u8.ToArray(), new NetMQFrame("AΩ").ToByteArray());
        Assert.Equal("AΩ", new NetMQFrame("AΩ", Encoding.UTF8).ConvertToString(Encoding.UTF8));
        Assert.Equal("abc", new NetMQFrame("abc").ConvertToString());
    }

    [Fact]
    public void Frame_OfAPartOfABuffer_IsThatPart()
    {
        byte[] buffer = [1, 2, 3, 4];
        var frame = new NetMQFrame(buffer, 2);

        Assert.Equal((2, 4), (frame.MessageSize, frame.BufferSize));
        Assert.Equal([1, 2], frame.AsSpan().ToArray());
        Assert.Same(buffer, frame.ToByteArray());
        Assert.Equal([1, 2], frame.ToByteArray(copy: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NetMQFrame(buffer, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.MessageSize = 5);
    }

    [Fact]
    public void Frames_AreEqualByTheirBytes()
    {
        var frame = new NetMQFrame("abc");
        var copy = frame.Duplicate();

        Assert.True(frame == copy);
        Assert.True(frame.Equals("abc"u8.ToArray()));
        Assert.False(frame == new NetMQFrame("abd"));
        Assert.True(frame != NetMQFrame.Empty);
        Assert.NotSame(frame.Buffer, copy.Buffer);
        Assert.Equal(frame.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Frame_OfNothing_IsEmpty()
    {
        Assert.True(NetMQFrame.Empty.IsEmpty);
        Assert.True(new NetMQFrame((byte[]?)null).IsEmpty);
        Assert.Equal(5, new NetMQFrame(5).MessageSize);
    }

    [Fact]
    public void Message_IsBuiltFromEitherEnd()
    {
        var message = new NetMQMessage();
        message.Append("b");
        message.Append(7);
        message.Append(8L);
        message.AppendEmptyFrame();
        message.Push("a");

        Assert.Equal(5, message.FrameCount);
        Assert.Equal("a", message.First.ConvertToString());
        Assert.True(message.Last.IsEmpty);
        Assert.Equal(7, message[2].ConvertToInt32());
        Assert.Equal(8, message[3].ConvertToInt64());
        Assert.Equal([0, 0, 0, 7], message[2].ToByteArray());
        Assert.Equal("a", message.Pop().ConvertToString());
        Assert.Equal("b", message.First.ConvertToString());
        Assert.True(message.RemoveFrame(message.Last));
        message.Clear();
        Assert.True(message.IsEmpty);
    }

    [Fact]
    public void Message_AsText_ShowsItsFrames()
    {
        Assert.Equal("NetMQMessage[a,b]", new NetMQMessage([new NetMQFrame("a"), new NetMQFrame("b")]).ToString());
        Assert.Equal("NetMQMessage[<no frames>]", new NetMQMessage().ToString());
    }
}
