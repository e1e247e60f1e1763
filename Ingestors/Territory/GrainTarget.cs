using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>The zone and world grains.</summary>
internal sealed class GrainTarget(
    IGrainFactory grains,
    OrderedDispatcher dispatcher,
    GrainCalls calls,
    FeedMeasures measures,
    ILogger logger) : ITerritoryTarget
{
    // What was logged once is remembered so far and then forgotten, so that garbage cannot fill the memory.
    private const int MostTold = 10_000;

    private readonly ConcurrentDictionary<string, byte> _told = new();
    private readonly ConcurrentDictionary<(int WorldId, uint ZoneId), byte> _mapsLost = new();
    private readonly ConcurrentDictionary<int, Task> _reports = new();

    public ValueTask Tell(int worldId, uint zoneId, ZoneCommand command, int messages, CancellationToken cancellationToken)
    {
        var key = TerritoryKeys.Zone(worldId, zoneId);
        var frame = measures.Taking;
        return dispatcher.Enqueue(key, FacilityOf(command), Call, cancellationToken);

        async Task Call(CancellationToken stopping)
        {
            var result = await calls.Invoke(key, () => grains.GetGrain<IZoneGrain>(key).Execute(command), stopping);
            Settle(key, worldId, zoneId, messages, result);
            FeedTraces.Answered(command, result);
            measures.Settled(frame);
        }
    }

    public ValueTask Tell(int worldId, WorldCommand command, CancellationToken cancellationToken)
    {
        var key = TerritoryKeys.World(worldId);
        var frame = measures.Taking;
        return dispatcher.Enqueue(key, null, async stopping =>
        {
            var result = await calls.Invoke(key, () => grains.GetGrain<IWorldGrain>(key).Execute(command), stopping);
            Settle(key, worldId, 0, 0, result);
            FeedTraces.Answered(command, result);
            measures.Settled(frame);
        }, cancellationToken);
    }

    public void Report(int worldId, FeedReport report)
    {
        if (!_reports.TryGetValue(worldId, out var last) || last.IsCompleted)
        {
            _reports[worldId] = Deliver(TerritoryKeys.World(worldId), report);
        }
    }

    public bool TakeMapLost(int worldId, uint zoneId) => _mapsLost.TryRemove((worldId, zoneId), out _);

    // Facts about different facilities may be decided in any order; every other command is weighed against the whole zone.
    private static int? FacilityOf(ZoneCommand command) => command switch
    {
        ReportFacilityControl control => control.FacilityId,
        ReportPlayerCaptures captures => captures.FacilityId,
        _ => null,
    };

    private async Task Deliver(string key, FeedReport report)
    {
        try
        {
            await grains.GetGrain<IWorldGrain>(key).ReportFeed(report);
        }
        catch (Exception exception)
        {
            Log.ReportLost(logger, key, exception);
        }
    }

    private void Settle(string key, int worldId, uint zoneId, int messages, CommandResult? result)
    {
        if (result is null)
        {
            measures.Refused(FrameRefusal.CallFailed, worldId);
            return;
        }

        if (result.Rejections.IsEmpty && messages > 0)
        {
            measures.Accepted(worldId, messages);
        }

        foreach (var rejection in result.Rejections)
        {
            measures.Refused(rejection.Code, worldId);
            if (rejection.Code == "map-unknown")
            {
                _mapsLost.TryAdd((worldId, zoneId), 0);
            }

            if (rejection.Code is "unknown-facility" or "unknown-region" or "unstorable-text" && IsNew($"{key} {rejection.Message}"))
            {
                Log.UnknownId(logger, key, rejection.Code, rejection.Message);
            }
        }
    }

    private bool IsNew(string what)
    {
        if (_told.Count >= MostTold)
        {
            _told.Clear();
        }

        return _told.TryAdd(what, 0);
    }
}
