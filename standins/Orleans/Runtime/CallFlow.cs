using System.Collections.Immutable;

namespace Orleans.Standin;

/// <summary>What flows with a chain of calls: whether it may come back to the grain that began it, and named values.</summary>
internal sealed class CallFlow(Guid reentrancyId, ImmutableDictionary<string, object> values)
{
    internal static readonly CallFlow Empty = new(Guid.Empty, ImmutableDictionary<string, object>.Empty);

    private static readonly AsyncLocal<CallFlow?> Flowing = new();

    /// <summary>Null where nothing flows.</summary>
    internal static CallFlow? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value is { ReentrancyId: var id, Values.IsEmpty: true } && id == Guid.Empty ? null : value;
    }

    internal Guid ReentrancyId { get; } = reentrancyId;

    internal ImmutableDictionary<string, object> Values { get; } = values;
}
