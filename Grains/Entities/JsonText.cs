using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// Text that is valid in .NET and that the database cannot give back: U+0000 has no place in jsonb, and half a surrogate
/// pair is no character, so that the JSON writer would quietly put another in its place.
/// </summary>
public static class JsonText
{
    /// <summary>What a command with such text is refused with.</summary>
    public const string Code = "unstorable-text";

    private static ReadOnlySpan<byte> Null => @"\u0000"u8;

    /// <summary>True where the text comes back from the store as it was.</summary>
    public static bool IsStorable(string text) => !text.Contains('\0') && !HasHalfPair(text);

    /// <summary>For kernels: what came from outside and cannot be stored; null where it can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The command's field, in camel case.</param>
    /// <param name="where">For people: whose text it is, such as <c>Facility 7801's name</c>.</param>
    public static Rejection? Refuse(string text, string field, string where) => IsStorable(text)
        ? null
        : new(Code, field, $"{where} has U+0000 or half a surrogate pair, which cannot be stored.");

    /// <summary>For stores: throws an <see cref="UnstorableTextException"/> where jsonb would refuse the document.</summary>
    /// <param name="system">The system's name.</param>
    /// <param name="key">The entity's key.</param>
    /// <param name="type">What the document is: the stable name of the kind or of the event.</param>
    /// <param name="json">The document in UTF-8, as the JSON writer made it.</param>
    public static void RequireStorable(string system, string key, string type, ReadOnlySpan<byte> json)
    {
        for (var from = 0; json[from..].IndexOf(Null) is var found && found >= 0; from += found + Null.Length)
        {
            if (IsEscape(json, from + found))
            {
                throw new UnstorableTextException(system, key, type, PropertyAt(json, from + found));
            }
        }
    }

    // After an even number of backslashes this one is an escape; after an odd number it is itself escaped.
    private static bool IsEscape(ReadOnlySpan<byte> json, int backslash)
    {
        var before = json[..backslash];
        return (before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 0;
    }

    private static string PropertyAt(ReadOnlySpan<byte> json, int offset)
    {
        var names = new SortedDictionary<int, string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read() && reader.TokenStartIndex <= offset)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                names[reader.CurrentDepth] = Encoding.UTF8.GetString(reader.ValueSpan);
            }
            else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                names.Remove(reader.CurrentDepth + 1);
            }
        }

        return string.Join('.', names.Values);
    }

    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var half && half >= 0)
        {
            if (Rune.DecodeFromUtf16(text[half..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            text = text[(half + length)..];
        }

        return false;
    }
}
