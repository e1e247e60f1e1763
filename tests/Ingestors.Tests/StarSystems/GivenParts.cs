using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>Leases that a test gives and takes.</summary>
internal sealed class GivenParts(params string[] held) : IPartLeases
{
    private readonly Dictionary<string, int> _terms = held.ToDictionary(part => part, _ => 1);
    private readonly HashSet<string> _held = [.. held];

    public int? TermOf(string part) => _held.Contains(part) ? _terms[part] : null;

    public Task WhenHeld(string part, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Give(string part)
    {
        _held.Add(part);
        _terms[part] = _terms.GetValueOrDefault(part) + 1;
    }

    public void Take(string part) => _held.Remove(part);
}
