using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Gathers influence over time; a time at which nothing differs from the one before is left out.</summary>
internal sealed class InfluenceLines
{
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<Dictionary<string, decimal>> _values = [];

    public IReadOnlyList<DateTimeOffset> Times => _times;

    public void Add(DateTimeOffset at, IEnumerable<FactionPresence> factions) =>
        Add(at, factions.ToDictionary(faction => faction.Name, faction => FeedMessages.Plain(faction.Influence), StringComparer.OrdinalIgnoreCase));

    public void Add(DateTimeOffset at, string faction, decimal influence) =>
        Add(at, new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase) { [faction] = FeedMessages.Plain(influence) });

    /// <summary>Each faction with one value a time, strongest at last first.</summary>
    public IReadOnlyList<InfluenceLineView> Factions() =>
    [
        .. _values.SelectMany(values => values.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new InfluenceLineView(name, [.. _values.Select(values => values.TryGetValue(name, out var influence) ? influence : (decimal?)null)]))
            .OrderByDescending(line => line.Influence[^1] ?? -1)
            .ThenBy(line => line.Name, StringComparer.Ordinal),
    ];

    private void Add(DateTimeOffset at, Dictionary<string, decimal> values)
    {
        if (_values.Count > 0 && values.Count == _values[^1].Count && values.All(pair => _values[^1].TryGetValue(pair.Key, out var was) && was == pair.Value))
        {
            return;
        }

        _times.Add(at);
        _values.Add(values);
    }
}
