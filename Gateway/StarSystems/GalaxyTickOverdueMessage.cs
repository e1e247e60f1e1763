namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A tick lacks. The last one's start is null where none is known.</summary>
internal sealed record GalaxyTickOverdueMessage(DateTimeOffset? LastTick, DateTimeOffset NoticedAt);
