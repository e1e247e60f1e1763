using System.Buffers.Text;
using System.Globalization;

namespace Orleans.Runtime;

/// <summary>Type and key of a grain; as text <c>type/key</c>.</summary>
public readonly struct GrainId : IEquatable<GrainId>, IComparable<GrainId>
{
    /// <summary>From both parts.</summary>
    public GrainId(GrainType type, IdSpan key)
    {
        Type = type;
        Key = key;
    }

    /// <summary>The type.</summary>
    public GrainType Type { get; }

    /// <summary>The key; an integer is kept as upper-case hexadecimal text.</summary>
    public IdSpan Key { get; }

    /// <summary>Whether this identifies nothing.</summary>
    public bool IsDefault => Type.IsDefault && Key.IsDefault;

    /// <summary>From both parts.</summary>
    public static GrainId Create(string type, string key) => Create(GrainType.Create(type), key);

    /// <inheritdoc cref="Create(string, string)"/>
    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new(type, IdSpan.Create(key));
    }

    /// <inheritdoc cref="Create(string, string)"/>
    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);

    /// <summary>From text <c>type/key</c>.</summary>
    public static GrainId Parse(string value) => TryParse(value, out var id)
        ? id
        : throw new ArgumentException($"Unable to parse \"{value}\" as a grain id");

    /// <summary>From text <c>type/key</c>.</summary>
    public static bool TryParse(string? value, out GrainId result)
    {
        var slash = value?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0)
        {
            result = default;
            return false;
        }

        result = new(GrainType.Create(value![..slash]), IdSpan.Create(value[(slash + 1)..]));
        return true;
    }

    internal static GrainId Create(GrainType type, long key) =>
        new(type, IdSpan.Create(key.ToString("X", CultureInfo.InvariantCulture)));

    internal bool TryGetIntegerKey(out long key) =>
        Utf8Parser.TryParse(Key.AsSpan(), out key, out var read, 'X') && read == Key.AsSpan().Length;

    /// <inheritdoc />
    public bool Equals(GrainId other) => Key.Equals(other.Key) && Type.Equals(other.Type);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (Type.GetHashCode() * 31) ^ Key.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(GrainId other)
    {
        var byType = Type.CompareTo(other.Type);
        return byType != 0 ? byType : Key.CompareTo(other.Key);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Type}/{Key}";

    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
