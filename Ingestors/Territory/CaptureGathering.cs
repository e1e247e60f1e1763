using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Gathers the players of one capture until no FacilityControl can be expected any more, and until their factions are
/// known or will not be.
/// </summary>
/// <param name="factions">What is known of characters.</param>
/// <param name="patience">How long a look-up may take.</param>
internal sealed class CaptureGathering(FactionCache factions, TimeSpan patience)
{
    /// <summary>How long after the first of its messages a capture is reported.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Capture, Players> _gathering = [];
    private readonly List<(Capture Capture, Players Players)> _awaiting = [];

    internal readonly record struct Capture(int WorldId, uint ZoneId, int FacilityId, DateTimeOffset Timestamp);

    public void Add(PlayerCapture message, DateTimeOffset now)
    {
        var capture = new Capture(message.WorldId, message.ZoneId, message.FacilityId, message.Timestamp);
        if (!_gathering.TryGetValue(capture, out var players))
        {
            _gathering.Add(capture, players = new(now + Window));
        }

        players.Add(message.CharacterId);
    }

    /// <summary>Ends what is due at <paramref name="now"/>, and gives the characters whose factions must be looked up.</summary>
    public ImmutableArray<long> Close(DateTimeOffset now)
    {
        var unknown = ImmutableArray.CreateBuilder<long>();
        foreach (var (capture, players) in _gathering.Where(gathered => gathered.Value.DueAt <= now).ToArray())
        {
            _gathering.Remove(capture);
            players.DueAt = now + patience;
            players.Resolve(factions.Find);
            unknown.AddRange(players.Unknown);
            _awaiting.Add((capture, players));
        }

        return unknown.ToImmutable();
    }

    /// <summary>A look-up told these factions; <paramref name="asked"/> holds whom it was about, found or not.</summary>
    public void Learn(IReadOnlyDictionary<long, Faction> found, ImmutableArray<long> asked)
    {
        foreach (var (id, faction) in found)
        {
            factions.Remember(id, faction);
        }

        foreach (var (_, players) in _awaiting)
        {
            players.Resolve(id => found.TryGetValue(id, out var faction) ? faction : asked.Contains(id) ? Faction.None : null);
        }
    }

    /// <summary>The captures that are ready at <paramref name="now"/>.</summary>
    public IReadOnlyList<(Capture Capture, ReportPlayerCaptures Report)> Take(DateTimeOffset now)
    {
        var ready = _awaiting.Where(waiting => waiting.Players.Unknown.Count == 0 || waiting.Players.DueAt <= now).ToArray();
        foreach (var capture in ready)
        {
            _awaiting.Remove(capture);
        }

        return [.. ready.Select(capture => (capture.Capture, new ReportPlayerCaptures(capture.Capture.FacilityId, capture.Capture.Timestamp, capture.Players.All())))];
    }

    private sealed class Players(DateTimeOffset dueAt)
    {
        private readonly SortedDictionary<long, Faction> _known = [];

        public DateTimeOffset DueAt { get; set; } = dueAt;

        public HashSet<long> Unknown { get; } = [];

        public void Add(long characterId) => Unknown.Add(characterId);

        public void Resolve(Func<long, Faction?> find)
        {
            foreach (var id in Unknown.ToArray())
            {
                if (find(id) is { } faction)
                {
                    Unknown.Remove(id);
                    _known[id] = faction;
                }
            }
        }

        public ImmutableArray<CapturingCharacter> All() =>
        [
            .. _known.Select(known => new CapturingCharacter(known.Key, known.Value)),
            .. Unknown.Order().Select(id => new CapturingCharacter(id, Faction.None)),
        ];
    }
}
