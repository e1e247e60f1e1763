using System.Globalization;
using System.Text;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Frames;

/// <summary>FacilityControl frames as the push service sends them, each of which is one event: facilities in turn, seconds that rise.</summary>
internal sealed class PushFrames(int worldId)
{
    /// <summary>The world that is watched.</summary>
    public const int Watched = 13;

    /// <summary>The world that nobody watches.</summary>
    public const int Unwatched = 17;

    private const int FacilitiesPerZone = 100;

    private long _made;

    /// <summary>Zones without a map, which take any facility.</summary>
    public static int[] Zones { get; } = [2, 4, 6, 8];

    /// <summary>The next frames; their count is a multiple of the zones'.</summary>
    public byte[][] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Make(_made++))];

    private byte[] Make(long number)
    {
        var zone = Zones[number % Zones.Length];
        var facility = 3400 + (number / Zones.Length % FacilitiesPerZone);
        var turn = number / (Zones.Length * FacilitiesPerZone);
        var second = SampleZones.Start.ToUnixTimeSeconds() + (turn * 2);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
            {"payload":{"duration_held":"31611","event_name":"FacilityControl","facility_id":"{{{facility}}}","new_faction_id":"{{{1 + ((turn + 1) % 3)}}}","old_faction_id":"{{{1 + (turn % 3)}}}","outfit_id":"37537074285186809","timestamp":"{{{second}}}","world_id":"{{{worldId}}}","zone_id":"{{{zone}}}"},"service":"event","type":"serviceMessage"}
            """));
    }
}
