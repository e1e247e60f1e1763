namespace OrleansGameState.Gateway.Tests;

/// <summary>Stands where the test puts it, so that commits bear known times; timers run on as ever.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public void Set(DateTimeOffset now) => Volatile.Write(ref _ticks, now.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
}
