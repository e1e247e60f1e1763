using System.Diagnostics;
using System.Threading.Channels;

namespace OrleansGameState.Silo.Tests.Telemetry;

/// <summary>Hears all spans of the silo while it lives, those of other tests included.</summary>
internal sealed class Spans : IDisposable
{
    private static readonly ActivitySource Own = new("OrleansGameState.Silo.Tests");

    private readonly Channel<Activity> _stopped = Channel.CreateUnbounded<Activity>();
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith("OrleansGameState", StringComparison.Ordinal) || source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _stopped.Writer.TryWrite(activity),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ChannelReader<Activity> Stopped => _stopped.Reader;

    /// <summary>Begins a trace; what is called before it is disposed is part of it.</summary>
    public static Activity Begin()
    {
        Activity.Current = null;
        return Own.StartActivity("test")!;
    }

    public void Dispose() => _listener.Dispose();
}
