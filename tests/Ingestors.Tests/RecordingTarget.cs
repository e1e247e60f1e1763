using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests;

/// <summary>Keeps what the feed tells, in order, for tests of the feed alone.</summary>
internal sealed class RecordingTarget : ITerritoryTarget
{
    public List<(int WorldId, uint ZoneId, ZoneCommand Command)> Zones { get; } = [];

    public List<(int WorldId, WorldCommand Command)> Worlds { get; } = [];

    public Dictionary<int, FeedReport> Reports { get; } = [];

    public HashSet<(int WorldId, uint ZoneId)> MapsLost { get; } = [];

    public IEnumerable<T> Told<T>(int worldId, uint zoneId) => Zones.Where(told => (told.WorldId, told.ZoneId) == (worldId, zoneId)).Select(told => told.Command).OfType<T>();

    public ValueTask Tell(int worldId, uint zoneId, ZoneCommand command, int messages, CancellationToken cancellationToken)
    {
        Zones.Add((worldId, zoneId, command));
        return ValueTask.CompletedTask;
    }

    public ValueTask Tell(int worldId, WorldCommand command, CancellationToken cancellationToken)
    {
        Worlds.Add((worldId, command));
        return ValueTask.CompletedTask;
    }

    public void Report(int worldId, FeedReport report) => Reports[worldId] = report;

    public bool TakeMapLost(int worldId, uint zoneId) => MapsLost.Remove((worldId, zoneId));
}
