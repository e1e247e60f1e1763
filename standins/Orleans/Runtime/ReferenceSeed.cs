using System.ComponentModel;

namespace Orleans.Standin;

/// <summary>What a generated reference is made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReferenceSeed
{
    internal ReferenceSeed(ReferenceContext context, GrainId id, GrainClass? grainClass, CallTarget? target)
    {
        Context = context;
        Id = id;
        Class = grainClass;
        Target = target;
    }

    internal ReferenceContext Context { get; }

    internal GrainId Id { get; }

    internal GrainClass? Class { get; }

    internal CallTarget? Target { get; }
}
