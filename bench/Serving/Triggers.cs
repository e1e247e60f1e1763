using System.Diagnostics;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Serving;

/// <summary>Lets the load cause what it measures.</summary>
internal static class Triggers
{
    public static void MapTriggers(this WebApplication app)
    {
        app.MapPost("/bench/capture/{second:int}", CaptureAsync);
        app.MapGet("/bench/commits/{worldId:int}/{events:long}", (int worldId, long events, CommitWatch commits) => commits.UntilAsync(worldId, events));
    }

    /// <summary>One facility changes hands: one event. Seconds have to rise from call to call.</summary>
    private static async Task<Ticks> CaptureAsync(int second, IGrainFactory grains)
    {
        var zone = grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(SampleZones.WorldId, SampleZones.LiveZoneId));
        var control = new ReportFacilityControl(
            3400, (Faction)(1 + (second % 3)), (Faction)(1 + ((second + 1) % 3)), 10, 37537074285186809, SampleZones.Start.AddSeconds(second * 10));
        var sent = Stopwatch.GetTimestamp();
        var result = await zone.Execute(control);
        var acknowledged = Stopwatch.GetTimestamp();
        return result.Changes == 1
            ? new(sent, acknowledged)
            : throw new InvalidOperationException($"The capture made {result.Changes} events.");
    }
}
