using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A tick of a system with its place in the system's history.</summary>
internal sealed record RecordedTickView(long Sequence, DateTimeOffset At, TickSource Source, bool Reverts, SystemTickMessage Tick);
