using System.Diagnostics.Metrics;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>The ingestors' instruments.</summary>
internal static class FeedMeters
{
    public const string MeterName = "OrleansGameState.Ingestors";

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private static readonly Meter Meter = new(MeterName);

    public static readonly Counter<long> Frames = Meter.CreateCounter<long>("ingestors.frames", "{frame}", "Frames that came, by feed.");
    public static readonly Counter<long> Accepted = Meter.CreateCounter<long>("ingestors.accepted", "{message}", "Messages that their entity accepted.");
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("ingestors.refusals", "{message}", "Refusals by reason.");
    public static readonly Counter<long> Ignored = Meter.CreateCounter<long>("ingestors.ignored", "{message}", "Messages that are of no interest, by reason.");
    public static readonly Counter<long> Reconnects = Meter.CreateCounter<long>("ingestors.reconnects", "{connection}", "Connections made anew.");
    public static readonly Counter<long> Resubscriptions = Meter.CreateCounter<long>("ingestors.resubscriptions", "{subscription}", "Subscriptions that had changed and were renewed.");
    public static readonly Counter<long> Polls = Meter.CreateCounter<long>("ingestors.polls", "{poll}", "Polls by collection and outcome.");
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("ingestors.calls.retries", "{call}", "Grain calls that were repeated.");
    public static readonly UpDownCounter<long> CommandsWaiting = Meter.CreateUpDownCounter<long>("ingestors.commands.waiting", "{command}", "Commands that wait for their turn or for their answer.");

    public static readonly Histogram<double> Calls = Meter.CreateHistogram(
        "ingestors.calls.duration",
        "s",
        "From a command's first call to its answer, repeats included, by outcome.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    public static readonly Histogram<double> Lag = Meter.CreateHistogram(
        "ingestors.lag",
        "s",
        "From a frame's arrival to the answer to a command of it, which is durable by then, by feed.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    public static KeyValuePair<string, object?> Feed(string feed) => new("feed", feed);

    public static KeyValuePair<string, object?> Reason(string reason) => new("reason", reason);

    public static KeyValuePair<string, object?> Outcome(string outcome) => new("outcome", outcome);
}
