using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Entities;

/// <summary>What the gateway must know of a kind of entity to show it and to let it be watched.</summary>
internal interface IEntityKind
{
    /// <summary>The system's name; the first part of every topic.</summary>
    string System { get; }

    /// <summary>Takes the rest of a topic, such as <c>10/2</c>; false where it is not one of this kind.</summary>
    bool TryParse(string rest, out string key);

    /// <summary>The topic of the entity of a grain key; false where it is not one of this kind.</summary>
    bool TryTopic(string key, out string topic)
    {
        var rest = key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        topic = $"{System}/{rest}";
        return TryParse(rest, out var parsed) && parsed == key;
    }

    /// <summary>True of one that is there, if empty, before anything was told of it.</summary>
    bool IsAlwaysThere => false;

    IEntityGrain Locate(string key);

    /// <summary>The committed state; never older than what was acknowledged before the call.</summary>
    ValueTask<EntityView> View(string key);

    /// <summary>The state after the last event that was committed at <paramref name="at"/> or before.</summary>
    ValueTask<PastView> ViewAt(string key, DateTimeOffset at);

    /// <summary>An event of this kind as UTF-8 JSON.</summary>
    byte[] EventJson(Envelope envelope);

    /// <summary>The topics of this kind that there is something to be seen under.</summary>
    ValueTask<IReadOnlyList<string>> Topics();
}
