namespace OrleansGameState.Standins.Tests.Orleans.Timers;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(TimeSpan dueTime, TimeSpan period, bool interleave);

    Task Change(TimeSpan dueTime, TimeSpan period);

    Task Stop();

    /// <summary>Starts a timer and holds the turn until the gate opens; tells whether the timer ticked meanwhile.</summary>
    Task<bool> TickedWhileHolding(string gate, bool interleave);

    Task StartThatThrows();

    Task StartAndDeactivate();

    Task<int> Ticks();
}
