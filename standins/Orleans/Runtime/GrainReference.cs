using Orleans.Standin;

namespace Orleans.Runtime;

/// <summary>A reference to a grain or an observer. Equal to any other reference to it.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private protected GrainReference(ReferenceContext context, GrainId id, GrainClass? grainClass, CallTarget? target)
    {
        Context = context;
        GrainId = id;
        Class = grainClass;
        Target = target;
    }

    /// <summary>Type and key.</summary>
    public GrainId GrainId { get; }

    internal ReferenceContext Context { get; }

    /// <summary>Null for an observer.</summary>
    internal GrainClass? Class { get; }

    internal CallTarget? Target { get; set; }

    /// <inheritdoc />
    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc />
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => $"GrainReference:{GrainId}";

    public static bool operator ==(GrainReference? left, GrainReference? right) => left?.Equals(right) ?? right is null;

    public static bool operator !=(GrainReference? left, GrainReference? right) => !(left == right);

    internal object As(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : ProxyRegistry.Create(interfaceType, new(Context, GrainId, Class, Target));
}
