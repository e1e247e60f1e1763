using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Gives the same string for the same text, where it is remembered: a few thousand names come again and again. It never
/// grows; a text that falls on another's place takes it. One caller at a time.
/// </summary>
/// <param name="size">How many it remembers, a power of two.</param>
internal sealed class TextPool(int size = 1 << 15)
{
    // Longer texts are rare.
    private const int MostBytes = 128;

    private readonly string?[] _texts = new string?[size];
    private readonly ImmutableArray<string>[] _singles = new ImmutableArray<string>[256];

    /// <summary>The text of the string that the reader is at.</summary>
    public string Get(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped || reader.ValueSpan.Length > MostBytes ? reader.GetString()! : Get(reader.ValueSpan);

    /// <summary>The list of that one text.</summary>
    public ImmutableArray<string> Single(string text)
    {
        ref var single = ref _singles[(uint)text.GetHashCode(StringComparison.Ordinal) % (uint)_singles.Length];
        return single.IsDefault || single[0] != text ? single = [text] : single;
    }

    private string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        ref var text = ref _texts[Hash(utf8) & (uint)(_texts.Length - 1)];
        return text is not null && Ascii.Equals(utf8, text) ? text : text = Strict.GetString(utf8);
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 0x100000001B3;
        }

        return (uint)(hash ^ (hash >> 29) ^ (hash >> 47));
    }
}
