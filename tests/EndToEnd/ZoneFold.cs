using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>Follows a zone from what a watcher is told, and insists that nothing is told twice or left out.</summary>
internal sealed class ZoneFold
{
    private readonly Dictionary<int, int> _owners = [];

    public long Sequence { get; private set; }

    public ImmutableSortedDictionary<int, int> Owners => _owners.ToImmutableSortedDictionary();

    public int? OwnerOf(int facility) => _owners.TryGetValue(facility, out var owner) ? owner : null;

    /// <summary>Takes a snapshot or a delta, as SSE and WebSocket give them alike.</summary>
    public ZoneFold Take(SseEvent told)
    {
        if (told.Event == "snapshot")
        {
            Restart(told.Sequence, told.Data["data"]!);
        }
        else
        {
            Advance(told.Sequence, told.Data["event"]!);
        }

        return this;
    }

    private void Restart(long sequence, JsonNode zone)
    {
        Sequence = sequence;
        _owners.Clear();
        foreach (var (facility, owner) in ZoneAnswer.OwnersOf(zone))
        {
            _owners[facility] = owner;
        }
    }

    private void Advance(long sequence, JsonNode happened)
    {
        if (Sequence > 0)
        {
            Assert.Equal(Sequence + 1, sequence);
        }

        Sequence = sequence;
        if ((string?)happened["type"] is "facilityCaptured" or "facilityOwnerLearned" or "facilityDefended")
        {
            _owners[(int)happened["facilityId"]!] = (int)(happened["newFaction"] ?? happened["faction"])!;
        }
    }
}
