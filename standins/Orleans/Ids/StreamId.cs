using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>Namespace and key of a stream.</summary>
public readonly struct StreamId : IEquatable<StreamId>, IComparable<StreamId>
{
    private readonly string? _namespace;
    private readonly string? _key;

    private StreamId(string? ns, string key)
    {
        _namespace = ns;
        _key = key;
    }

    /// <summary>The namespace's UTF-8 bytes.</summary>
    public ReadOnlyMemory<byte> Namespace => Encoding.UTF8.GetBytes(_namespace ?? string.Empty);

    /// <summary>The key's UTF-8 bytes.</summary>
    public ReadOnlyMemory<byte> Key => Encoding.UTF8.GetBytes(_key ?? string.Empty);

    /// <summary>A stream with a text key.</summary>
    public static StreamId Create(string? ns, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(ns, key);
    }

    /// <summary>A stream with a Guid for a key.</summary>
    public static StreamId Create(string? ns, Guid key) => new(ns, key.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>A stream with an integer key.</summary>
    public static StreamId Create(string? ns, long key) => new(ns, key.ToString(CultureInfo.InvariantCulture));

    /// <summary>The key.</summary>
    public string GetKeyAsString() => _key ?? string.Empty;

    /// <summary>The namespace; null where there is none.</summary>
    public string? GetNamespace() => string.IsNullOrEmpty(_namespace) ? null : _namespace;

    /// <inheritdoc />
    public bool Equals(StreamId other) => _key == other._key && GetNamespace() == other.GetNamespace();

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is StreamId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(GetNamespace(), _key);

    /// <inheritdoc />
    public int CompareTo(StreamId other)
    {
        var byNamespace = string.CompareOrdinal(GetNamespace(), other.GetNamespace());
        return byNamespace != 0 ? byNamespace : string.CompareOrdinal(_key, other._key);
    }

    /// <inheritdoc />
    public override string ToString() => GetNamespace() is { } ns ? $"{ns}/{_key}" : _key ?? string.Empty;

    public static bool operator ==(StreamId s1, StreamId s2) => s1.Equals(s2);

    public static bool operator !=(StreamId s1, StreamId s2) => !s1.Equals(s2);
}
