using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>
/// Where in a player's history the answers to their last moves stand, by move id. An id is kept as a hash of four bytes: who
/// finds one looks into the history whether it is the same id. That keeps a record that is written at each move small.
/// </summary>
/// <param name="Packed">Eight bytes a move, oldest first, as base64: the hash, and the sequence, most significant byte first.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MoveMemory")]
public sealed record MoveMemory([property: Id(0)] string Packed)
{
    /// <summary>How many moves are remembered.</summary>
    public const int Most = 64;

    private const int HashBytes = 4;
    private const int EntryBytes = HashBytes + 4;

    public static readonly MoveMemory Empty = new("");

    /// <summary>The sequences under which a move of that id may stand, newest first; nearly always none or one.</summary>
    public ImmutableArray<long> Candidates(string moveId)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        Hash(moveId, hash);
        var entries = Convert.FromBase64String(Packed);
        var found = ImmutableArray.CreateBuilder<long>();
        for (var at = entries.Length - EntryBytes; at >= 0; at -= EntryBytes)
        {
            if (hash.SequenceEqual(entries.AsSpan(at, HashBytes)))
            {
                found.Add(Sequence(entries.AsSpan(at + HashBytes, EntryBytes - HashBytes)));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>With one move more, and without the oldest where there are too many.</summary>
    public MoveMemory With(string moveId, long sequence)
    {
        var entries = Convert.FromBase64String(Packed);
        var kept = entries.AsSpan(entries.Length / EntryBytes == Most ? EntryBytes : 0);
        var grown = new byte[kept.Length + EntryBytes];
        kept.CopyTo(grown);
        Hash(moveId, grown.AsSpan(kept.Length, HashBytes));
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        number[(HashBytes + sizeof(long) - EntryBytes)..].CopyTo(grown.AsSpan(kept.Length + HashBytes));
        return new(Convert.ToBase64String(grown));
    }

    private static void Hash(string moveId, Span<byte> hash)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(moveId), whole);
        whole[..hash.Length].CopyTo(hash);
    }

    private static long Sequence(ReadOnlySpan<byte> bytes)
    {
        long sequence = 0;
        foreach (var part in bytes)
        {
            sequence = (sequence << 8) | part;
        }

        return sequence;
    }
}
