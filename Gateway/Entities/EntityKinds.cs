using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OrleansGameState.Gateway.Entities;

/// <summary>The kinds of entities, found by topic.</summary>
internal sealed class EntityKinds(IEnumerable<IEntityKind> kinds)
{
    private readonly FrozenDictionary<string, IEntityKind[]> _bySystem =
        kinds.GroupBy(kind => kind.System).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public IEnumerable<string> Systems => _bySystem.Keys.Order(StringComparer.Ordinal);

    public bool IsSystem(string topic) => _bySystem.ContainsKey(topic);

    public bool TryFind(string topic, [NotNullWhen(true)] out Entity? entity)
    {
        entity = null;
        var slash = topic.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !_bySystem.TryGetValue(topic[..slash], out var candidates))
        {
            return false;
        }

        var rest = topic[(slash + 1)..];
        foreach (var kind in candidates)
        {
            if (kind.TryParse(rest, out var key))
            {
                entity = new(kind, key, topic);
                return true;
            }
        }

        return false;
    }

    /// <summary>By the grain key that an envelope bears.</summary>
    public bool TryFindByKey(string system, string key, [NotNullWhen(true)] out Entity? entity)
    {
        foreach (var kind in _bySystem.GetValueOrDefault(system, []))
        {
            if (kind.TryTopic(key, out var topic))
            {
                entity = new(kind, key, topic);
                return true;
            }
        }

        entity = null;
        return false;
    }

    public async ValueTask<IReadOnlyList<string>> Topics()
    {
        var topics = new List<string>(Systems);
        foreach (var kind in _bySystem.Values.SelectMany(kind => kind))
        {
            topics.AddRange(await kind.Topics());
        }

        return topics;
    }
}
