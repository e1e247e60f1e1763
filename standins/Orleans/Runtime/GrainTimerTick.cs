namespace Orleans.Standin;

internal sealed class GrainTimerTick(GrainTimer timer, CallOptions options) : VoidCall(options)
{
    protected override string Method => "timer";

    protected override ValueTask Invoke(object target) => timer.TickAsync();
}
