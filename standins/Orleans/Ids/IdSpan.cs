using System.Text;

namespace Orleans.Runtime;

/// <summary>Bytes that identify something, mostly UTF-8 text.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>, IComparable<IdSpan>
{
    private readonly byte[]? _value;
    private readonly int _hash;

    /// <summary>The array is kept, not copied.</summary>
    public IdSpan(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
        var hash = default(HashCode);
        hash.AddBytes(value);
        _hash = hash.ToHashCode();
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Value => _value;

    /// <summary>Whether this identifies nothing.</summary>
    public bool IsDefault => _value is null or { Length: 0 };

    /// <summary>The text's UTF-8 bytes.</summary>
    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(Encoding.UTF8.GetBytes(id));
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> AsSpan() => _value;

    /// <inheritdoc />
    public bool Equals(IdSpan obj) => ReferenceEquals(_value, obj._value)
        || (_hash == obj._hash && AsSpan().SequenceEqual(obj.AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    /// <inheritdoc />
    public int CompareTo(IdSpan other) => AsSpan().SequenceCompareTo(other.AsSpan());

    /// <inheritdoc />
    public override string ToString() => _value is null ? string.Empty : Encoding.UTF8.GetString(_value);

    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}
