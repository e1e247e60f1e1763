using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A page of a system's ticks.</summary>
/// <param name="Ticks">Envelopes of SystemTicked, oldest first.</param>
/// <param name="Oldest">The oldest sequence the log still holds.</param>
/// <param name="Latest">The system's sequence now.</param>
/// <param name="Next">The sequence to ask after for the rest; null where there is none.</param>
internal sealed record TickPage(IReadOnlyList<Envelope> Ticks, long Oldest, long Latest, long? Next);
