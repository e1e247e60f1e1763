using System.Collections.Immutable;
using System.Text;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>
/// One instance of texts that occur over and over: names of states, factions and systems. It forgets the older where two
/// want one place, so that it stays small whatever is told to it; who gets a text here gets an equal one in any case.
/// </summary>
public static class TextPool
{
    // A megabyte of places each: more than the factions of the whole game.
    private const int Places = 1 << 17;
    private const int ListPlaces = 1 << 12;
    private const int Longest = 96;

    private static readonly string?[] Texts = new string?[Places];
    private static readonly string[]?[] Lists = new string[]?[ListPlaces];

    /// <summary>The text of UTF-8 bytes, which have to be valid; without an allocation where it is in the pool.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> chars = stackalloc char[Longest];
        return Of((ReadOnlySpan<char>)chars[..Encoding.UTF8.GetChars(utf8, chars)], null);
    }

    /// <summary>The pool's instance of a text.</summary>
    public static string Of(string text) => text.Length > Longest ? text : Of(text, text);

    /// <summary>The pool's instance of a list of texts, and of each in it.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> texts)
    {
        if (texts.IsDefaultOrEmpty)
        {
            return [];
        }

        var hash = 17;
        foreach (var text in texts)
        {
            hash = (hash * 31) + string.GetHashCode(text);
        }

        ref var place = ref Lists[hash & (ListPlaces - 1)];
        if (place is { } known && texts.AsSpan().SequenceEqual(known))
        {
            return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(known);
        }

        var pooled = new string[texts.Length];
        for (var index = 0; index < pooled.Length; index++)
        {
            pooled[index] = Of(texts[index]);
        }

        place = pooled;
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(pooled);
    }

    private static string Of(ReadOnlySpan<char> chars, string? text)
    {
        if (chars.IsEmpty)
        {
            return "";
        }

        ref var place = ref Texts[string.GetHashCode(chars) & (Places - 1)];
        return place is { } known && chars.SequenceEqual(known) ? known : place = text ?? new(chars);
    }
}
