using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests;

/// <summary>Leases that a test gives and takes.</summary>
internal sealed class GivenLeases(params int[] held) : IWorldLeases
{
    private readonly Dictionary<int, int> _terms = held.ToDictionary(worldId => worldId, _ => 1);
    private readonly HashSet<int> _held = [.. held];

    public int? TermOf(int worldId) => _held.Contains(worldId) ? _terms[worldId] : null;

    public Task WhenHeld(int worldId, CancellationToken cancellationToken) =>
        _held.Contains(worldId) ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellationToken);

    public void Give(int worldId)
    {
        _held.Add(worldId);
        _terms[worldId] = _terms.GetValueOrDefault(worldId) + 1;
    }

    public void Take(int worldId) => _held.Remove(worldId);
}
