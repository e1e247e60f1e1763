namespace OrleansGameState.Gateway.Entities;

/// <summary>One entity: its kind, its grain key and the topic it is watched under.</summary>
internal sealed record Entity(IEntityKind Kind, string Key, string Topic);
