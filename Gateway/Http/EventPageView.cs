namespace OrleansGameState.Gateway.Http;

/// <summary>A page of an entity's history, as documentation has it.</summary>
internal sealed record EventPageView(IReadOnlyList<EventView> Events, long Oldest, long Latest);
