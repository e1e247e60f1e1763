using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Fanout;

/// <summary>Latencies of many events, each to all clients, in milliseconds.</summary>
internal sealed class Latencies
{
    public List<double[]> FromSent { get; } = [];

    public List<double[]> FromAcknowledged { get; } = [];

    public int Count => FromSent.Count;

    public void Add(double[] fromSent, double[] fromAcknowledged)
    {
        FromSent.Add(fromSent);
        FromAcknowledged.Add(fromAcknowledged);
    }

    public void Print(string name, Func<Latencies, List<double[]>> pick, string target = "")
    {
        var events = pick(this);
        var (p50, p99, max) = (Of(events, 0.5), Of(events, 0.99), Of(events, 1));
        Report.Line($"{name,-34} p50 {p50.Text("0.0")}   p99 {p99.Text("0.0")}   max {max.Text("0.0")}{target}");
    }

    public void PrintRatio(Latencies baseline)
    {
        var ratio = Spread.Of(FromSent.Zip(baseline.FromSent, (a, b) => Spread.Percentile(a, 0.99) / Spread.Percentile(b, 0.99)));
        Report.Line($"{"p99 from sending, of bare endpoint",-34} {ratio.Text("0.00")}");
    }

    private static Spread Of(List<double[]> events, double part) => Spread.Of(events.Select(sorted => Spread.Percentile(sorted, part)));
}
