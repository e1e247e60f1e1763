namespace OrleansGameState.Bench.Measuring;

/// <summary>
/// Measures several sides in turns, A B A B, so that whatever else the machine does hits them alike. The first round
/// warms up and is not counted. Ratios are taken within a round.
/// </summary>
internal sealed class Rounds
{
    private readonly List<(string Name, Func<Task<Sample>> Measure)> _sides = [];
    private readonly Dictionary<string, List<Sample>> _samples = [];

    public Rounds Add(string name, Func<Task<Sample>> measure)
    {
        _sides.Add((name, measure));
        _samples[name] = [];
        return this;
    }

    public async Task<Rounds> RunAsync(int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, measure) in _sides)
            {
                var sample = await measure();
                if (round > 0)
                {
                    _samples[name].Add(sample);
                }
            }
        }

        return this;
    }

    public Spread PerSecond(string name) => Spread.Of(_samples[name].Select(sample => sample.PerSecond));

    public void PrintRate(string name)
    {
        Report.Line($"{name,-34} {PerSecond(name).Text("N0"),34}/s");
        PrintCpu(name);
    }

    public void PrintRatio(string name, string baseline, string target)
    {
        var ratio = Spread.Of(_samples[name].Zip(_samples[baseline], (a, b) => a.PerSecond / b.PerSecond));
        var cpu = Spread.Of(_samples[name].Zip(_samples[baseline], (a, b) => b.ServerMicros / a.ServerMicros));
        Report.Line($"{name,-34} {PerSecond(name).Text("N0"),34}/s   {ratio.Text("0.00")} of {baseline}{target}");
        PrintCpu(name);
        Report.Line($"{"",-34}   by its CPU alone: {cpu.Text("0.00")} of {baseline}");
    }

    /// <summary>One more baseline of a rate that was printed.</summary>
    public void PrintAgainst(string name, string baseline)
    {
        var ratio = Spread.Of(_samples[name].Zip(_samples[baseline], (a, b) => a.PerSecond / b.PerSecond));
        var cpu = Spread.Of(_samples[name].Zip(_samples[baseline], (a, b) => (b.ServerMicros + b.ClientMicros) / (a.ServerMicros + a.ClientMicros)));
        Report.Line($"{"",-34}   {ratio.Text("0.00")} of {baseline}; by CPU, both together, {cpu.Text("0.00")}");
    }

    private void PrintCpu(string name)
    {
        var server = Spread.Of(_samples[name].Select(sample => sample.ServerMicros));
        var client = Spread.Of(_samples[name].Select(sample => sample.ClientMicros));
        Report.Line(client.Max > 0
            ? $"{"",-34}   CPU each: server {server.Text("0.00")} us, client {client.Text("0.00")} us"
            : $"{"",-34}   CPU each: {server.Text("0.00")} us");
    }
}
