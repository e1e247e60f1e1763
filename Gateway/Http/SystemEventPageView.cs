namespace OrleansGameState.Gateway.Http;

/// <summary>A page of the system's history, as documentation has it.</summary>
internal sealed record SystemEventPageView(IReadOnlyList<EventView> Events, string Next, bool Truncated);
