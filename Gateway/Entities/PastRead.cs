using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Entities;

/// <summary>An entity's state at an instant; see <see cref="PastView"/>.</summary>
internal sealed record PastRead<TState>(Snapshot<TState>? Snapshot, DateTimeOffset? Since, bool IsTruncated, bool IsFinal)
    where TState : class;
