using OrleansGameState.Gateway.Http;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What happened in a player's sector while they were away, as documentation has it.</summary>
internal sealed record AwayView(string Sector, DateTimeOffset Since, IReadOnlyList<EventView> Events, long Oldest, long Latest);
