using System.Buffers.Binary;
using System.Text;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>A Protocol Buffers message as it is on the wire: fields by number, in the order in which they came.</summary>
internal sealed class WireMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Content)> _fields = [];

    private WireMessage()
    {
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static WireMessage Read(ReadOnlyMemory<byte> content)
    {
        var message = new WireMessage();
        var at = 0;
        while (at < content.Length)
        {
            var tag = Number(content.Span, ref at);
            var field = (int)(tag >> 3);
            switch ((int)(tag & 7))
            {
                case Varint:
                    message._fields.Add((field, Number(content.Span, ref at), default));
                    break;
                case Fixed64:
                    message._fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(content.Span[at..]), default));
                    at += 8;
                    break;
                case Fixed32:
                    message._fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(content.Span[at..]), default));
                    at += 4;
                    break;
                case Bytes:
                    var length = (int)Number(content.Span, ref at);
                    message._fields.Add((field, 0, content.Slice(at, length)));
                    at += length;
                    break;
                default:
                    throw new FormatException($"Field {field} has wire type {tag & 7}.");
            }
        }

        return message;
    }

    public IEnumerable<WireMessage> Messages(int field) => All(field).Select(found => Read(found.Content));

    public string Text(int field) => All(field).Select(found => Encoding.UTF8.GetString(found.Content.Span)).LastOrDefault("");

    public string Hex(int field) => All(field).Select(found => Convert.ToHexStringLower(found.Content.Span)).LastOrDefault("");

    public ulong Number(int field) => All(field).Select(found => found.Number).LastOrDefault();

    private static ulong Number(ReadOnlySpan<byte> content, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = content[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw new FormatException("A number does not end.");
    }

    private IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Content)> All(int field) => _fields.Where(found => found.Field == field);
}
