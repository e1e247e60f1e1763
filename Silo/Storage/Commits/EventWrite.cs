namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>One event as the database takes it: its stable name, and its body as UTF-8 JSON.</summary>
internal readonly record struct EventWrite(long Sequence, DateTimeOffset At, string Type, byte[] Body);
