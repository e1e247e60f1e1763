using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Micro;

/// <summary>What the zone's kernel costs by itself, on a zone of 90 facilities.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private const int Regions = 90;
    private static readonly DateTimeOffset Now = SampleZones.Start.AddDays(1);

    private readonly ZoneState _zone;
    private readonly ZoneSight _sight;
    private readonly string _json;
    private readonly ReportFacilityControl _capture = new(50, Faction.TerranRepublic, Faction.VanuSovereignty, 60, 37, SampleZones.Start.AddMinutes(5));
    private readonly ReportMap _samePoll = SampleZones.Poll(Regions, SampleZones.Start.AddMinutes(5));
    private readonly ReportMap _changedPoll = SampleZones.Poll(Regions, SampleZones.Start.AddMinutes(5), turn: 1);

    public KernelBenchmarks()
    {
        var zone = Told(ZoneState.Initial("ps2/10/2"), new LearnMap(SampleZones.Map(Regions)));
        var poll = SampleZones.Poll(Regions, SampleZones.Start);
        _zone = Told(zone, poll);
        _sight = ZoneSight.Nothing.After(zone, poll);
        _json = JsonSerializer.Serialize(_zone);
    }

    [Benchmark(Description = "Decide: FacilityControl")]
    public int DecideControl() => ZoneRules.Decide(_zone, _sight, _capture, Now).Events.Length;

    [Benchmark(Description = "Decide and apply: FacilityControl")]
    public object DecideAndApplyControl() => Told(_zone, _capture);

    [Benchmark(Description = "Decide: map poll, nothing new")]
    public int DecideSamePoll() => ZoneRules.Decide(_zone, _sight, _samePoll, Now).Events.Length;

    [Benchmark(Description = "Decide: map poll, all changed")]
    public int DecideChangedPoll() => ZoneRules.Decide(_zone, _sight, _changedPoll, Now).Events.Length;

    [Benchmark(Description = "Sight after a poll")]
    public object Sight() => _sight.After(_zone, _samePoll);

    [Benchmark(Description = "Territory control")]
    public int Control() => TerritoryControl.Of(_zone).Length;

    [Benchmark(Description = "State to JSON")]
    public int ToJson() => JsonSerializer.SerializeToUtf8Bytes(_zone).Length;

    [Benchmark(Description = "State from JSON")]
    public object? FromJson() => JsonSerializer.Deserialize<ZoneState>(_json);

    private static ZoneState Told(ZoneState zone, ZoneCommand command) =>
        ZoneRules.Decide(zone, ZoneSight.Nothing, command, Now).Events.Aggregate(zone, (state, @event) => state.Apply(@event));
}
