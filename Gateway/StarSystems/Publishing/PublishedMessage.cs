using System.IO.Compression;
using System.Text;

namespace OrleansGameState.Gateway.StarSystems.Publishing;

/// <summary>A message as the feed has it: the topic, then zlib(JSON).</summary>
internal sealed record PublishedMessage(string Topic, ReadOnlyMemory<byte> Json)
{
    public byte[] TopicFrame => Encoding.ASCII.GetBytes(Topic);

    public byte[] PayloadFrame()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Json.Span);
        }

        return compressed.ToArray();
    }
}
