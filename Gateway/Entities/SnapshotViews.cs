using System.Runtime.CompilerServices;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Entities;

/// <summary>
/// The views of states. A grain gives the same instance for the same sequence, so that one view serves all that ask.
/// </summary>
/// <param name="make">Makes the view of a state; of nothing but it.</param>
internal sealed class SnapshotViews<TState>(Func<Snapshot<TState>, EntityView> make)
    where TState : class
{
    private readonly ConditionalWeakTable<Snapshot<TState>, EntityView> _views = [];

    public EntityView Of(Snapshot<TState> snapshot) =>
        _views.TryGetValue(snapshot, out var view) ? view : _views.GetValue(snapshot, made => make(made));

    public ValueTask<EntityView> Of(ValueTask<Snapshot<TState>> snapshot) =>
        snapshot.IsCompletedSuccessfully ? new(Of(snapshot.GetAwaiter().GetResult())) : Await(snapshot);

    private async ValueTask<EntityView> Await(ValueTask<Snapshot<TState>> snapshot) => Of(await snapshot);
}
