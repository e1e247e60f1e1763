using System.Text.Json.Nodes;

namespace OrleansGameState.Durability;

/// <summary>One zone's log as read over HTTP so far, checked against what its lanes were told.</summary>
internal sealed class ZoneLedger(Zone zone, IReadOnlyCollection<Lane> lanes)
{
    private readonly Dictionary<long, int> _done = lanes.ToDictionary(lane => (long)lane.Number, _ => 0);
    private readonly List<string> _events = [];
    private readonly List<string> _statuses = [];
    private string _at = "";

    public Zone Zone => zone;

    public long Sequence => _events.Count;

    /// <summary>The events' JSON; the first is that of sequence 1.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>Each time the zone locked or unlocked: its new status and since when.</summary>
    public IReadOnlyList<string> Statuses => _statuses;

    /// <summary>Reads on, then finds what is missing or too much.</summary>
    public async Task Check(HttpClient http, Action<string> blame)
    {
        await EventLog.Read(http, zone.Path, Sequence, told => Take(told, what => blame($"{zone.Topic}: {what}")));
        foreach (var lane in lanes)
        {
            CheckLane(lane, what => blame($"{zone.Topic}, lane {lane.Number}: {what}"));
        }

        await CheckState(http, blame);
    }

    private void Take(JsonNode told, Action<string> blame)
    {
        var sequence = (long)told["sequence"]!;
        if (sequence != Sequence + 1)
        {
            blame($"event {sequence} follows {Sequence}");
        }

        var at = (string)told["at"]!;
        if (DateTimeOffset.Parse(at) < (_at == "" ? default : DateTimeOffset.Parse(_at)))
        {
            blame($"event {sequence} was committed at {at}, before the one before it, {_at}");
        }

        _at = at;
        var happened = told["event"]!;
        _events.Add(happened.ToJsonString());
        switch ((string?)happened["type"])
        {
            case "facilityCaptured" when (string?)happened["outfitId"] is { } outfit:
                TakeCommand(sequence, long.Parse(outfit), blame);
                break;
            case "zoneLocked":
                _statuses.Add($"locked {happened["occurredAt"]}");
                break;
            case "zoneUnlocked":
                _statuses.Add($"open {happened["occurredAt"]}");
                break;
        }
    }

    private void TakeCommand(long sequence, long outfit, Action<string> blame)
    {
        var (number, command) = (outfit / Lane.Span, outfit % Lane.Span);
        if (number == 0)
        {
            return;
        }

        if (command != _done[number] + 1)
        {
            blame($"event {sequence} is command {command} of lane {number}, after {_done[number]}");
        }

        _done[number] = (int)command;
        var lane = lanes.Single(lane => lane.Number == number);
        if (command <= lane.Acknowledged && lane.SequenceAt((int)command) < sequence)
        {
            blame($"command {command} of lane {number} was acknowledged with sequence {lane.SequenceAt((int)command)}, and is event {sequence}");
        }
    }

    private void CheckLane(Lane lane, Action<string> blame)
    {
        var most = lane.Acknowledged + (lane.IsInTheAir ? 1 : 0);
        if (_done[lane.Number] < lane.Acknowledged)
        {
            blame($"LOST: {lane.Acknowledged} were acknowledged, {_done[lane.Number]} are there");
        }
        else if (_done[lane.Number] > most)
        {
            blame($"{most} were sent, {_done[lane.Number]} are there");
        }
        else if (_done[lane.Number] > lane.Acknowledged && !lane.MayBeDone)
        {
            blame($"command {most} was told as not committed each time, and is there");
        }
    }

    // What is read of the zone must be the fold of what is read of its log, as far as the lanes go.
    private async Task CheckState(HttpClient http, Action<string> blame)
    {
        var state = await EventLog.Get(http, zone.Path);
        if ((long)state["sequence"]! != Sequence)
        {
            blame($"{zone.Topic}: its state is that of sequence {state["sequence"]}, its log ends with {Sequence}");
        }

        foreach (var lane in lanes.Where(lane => _done[lane.Number] > 0))
        {
            var facility = state["facilities"]!.AsArray().SingleOrDefault(facility => (int)facility!["facilityId"]! == lane.Facility);
            var expected = $"{(lane.Number * Lane.Span) + _done[lane.Number]}";
            if ((string?)facility?["outfitId"] != expected)
            {
                blame($"{zone.Topic}: facility {lane.Facility} is of outfit {facility?["outfitId"]}; the log ends with {expected}");
            }
        }
    }
}
