using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Durability;
using OrleansGameState.Ingestors.Feeds;
using Xunit.Abstractions;

namespace OrleansGameState.Cluster;

/// <summary>
/// Commands, frames, reads and watches at once, while something happens to the cluster; afterwards what is there is held
/// against what was acknowledged.
/// </summary>
internal sealed class ClusterLoad
{
    private static readonly int[] Facilities = [301, 302];

    private readonly GameCluster _cluster;
    private readonly ITestOutputHelper _output;
    private readonly ClusterZone[] _zones;
    private readonly CommandLane[] _lanes;
    private readonly Reader[] _readers;

    /// <param name="cluster">Of which to ask.</param>
    /// <param name="world">A world of this load's own.</param>
    /// <param name="output">Where the figures go.</param>
    public ClusterLoad(GameCluster cluster, int world, ITestOutputHelper output)
    {
        (_cluster, _output) = (cluster, output);
        _zones = [.. new uint[] { 2, 4, 6, 8, 344 }.Select(zone => new ClusterZone(world, zone))];
        var calls = new GrainCalls(TimeProvider.System, NullLogger.Instance);
        _lanes = [.. _zones.SelectMany(zone => Facilities.Select(facility => (Zone: zone, Facility: facility)))
            .Select((pair, index) => new CommandLane(pair.Zone, pair.Facility, (world * 100) + index, cluster.Grains, calls))];
        _readers = [.. cluster.Clients.Select((_, first) => new Reader(cluster.Clients, first, _zones))];
        Watchers = [.. _zones.Append(PushLoad.Zone).SelectMany(zone => new[] { 0, 1 }.Select(first => new ZoneWatcher(zone, cluster.Clients, first)))];
    }

    public IReadOnlyList<ZoneWatcher> Watchers { get; }

    public IEnumerable<string> FailedReads => _readers.SelectMany(reader => reader.Failures);

    public TimeSpan LongestRead => _readers.SelectMany(reader => reader.Stretches).Max(stretch => stretch.Longest);

    public TimeSpan LongestCommand => _lanes.Max(lane => lane.Stretch.Longest);

    /// <summary>Runs the load; lets it go on for a moment before and after what happens.</summary>
    public async Task During(string what, Func<Task> happens)
    {
        await Settle();
        using var stopWatching = new CancellationTokenSource();
        using var stop = new CancellationTokenSource();
        var watching = Task.WhenAll(Watchers.Select(watcher => watcher.Run(stopWatching.Token)));
        var work = Task.WhenAll([.. _lanes.Select(lane => lane.Run(stop.Token)), .. _readers.Select(reader => reader.Run(stop.Token)), _cluster.Push.Run(stop.Token)]);
        await Progress();
        await happens();
        await Progress();
        await stop.CancelAsync();
        await work.Within(() => $"The load does not end.\n{_cluster.Said}");
        Tell(what);
        await Check();
        await stopWatching.CancelAsync();
        await watching.Within(() => "The watchers do not end.");
    }

    // Watchers and readers ask for zones that there are.
    private Task Settle() => Task.WhenAll(_lanes.Select(lane =>
    {
        using var once = new CancellationTokenSource();
        var run = lane.Run(once.Token);
        once.Cancel();
        return run;
    }).Append(_cluster.Push.SendNext()));

    // Every lane and reader has got ahead: what was to recover has.
    private async Task Progress()
    {
        const int Answers = 40;
        var before = _lanes.Select(lane => lane.Acknowledged.Count).ToArray();
        var reads = _readers.SelectMany(reader => reader.Stretches).Select(stretch => stretch.Answers).ToArray();
        await Bound.Eventually(
            () => Task.FromResult(_lanes.Select((lane, index) => (long)lane.Acknowledged.Count - before[index])
                .Concat(_readers.SelectMany(reader => reader.Stretches).Select((stretch, index) => stretch.Answers - reads[index]))
                .Min()),
            least => least >= Answers,
            () => _cluster.Said);
    }

    private void Tell(string what)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            longest stretch without an answer, {what}: reads {LongestRead.TotalSeconds:0.0} s, commands {LongestCommand.TotalSeconds:0.0} s, events at a watcher {Watchers.Max(watcher => watcher.Stretch.Longest).TotalSeconds:0.0} s; {_readers.Sum(reader => reader.Stretches.Sum(stretch => stretch.Answers))} reads, {FailedReads.Count()} of them failed; {_lanes.Sum(lane => lane.Acknowledged.Count)} commands acknowledged; watchers came back {Watchers.Sum(watcher => watcher.Returns)} times
            """));
    }

    private async Task Check()
    {
        Assert.Empty(_lanes.SelectMany(lane => lane.Wrong));
        foreach (var zone in _zones.Append(PushLoad.Zone))
        {
            var expected = zone == PushLoad.Zone ? _cluster.Push.Pushed : [.. _lanes.Where(lane => lane.Zone == zone).SelectMany(lane => lane.Acknowledged)];
            var log = await ZoneLog.ReadUntil(_cluster, zone, expected, zone == PushLoad.Zone ? _cluster.Push.First : 0);
            Assert.Equal(expected.Order(), log.Outfits.Order());
            foreach (var watcher in Watchers.Where(watcher => watcher.Zone == zone))
            {
                await watcher.Reaches(log.Sequence).Within(() => $"{watcher}, of {log.Sequence}.\n{_cluster.Said}");
                Assert.Empty(watcher.Wrong);
            }
        }
    }
}
