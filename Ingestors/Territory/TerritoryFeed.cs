using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Makes commands of frames. One caller at a time: <see cref="Take"/> for each frame in the order in which they came, and
/// <see cref="Tick"/> now and then. Live or recorded makes no difference here. Of worlds whose lease another process holds it
/// follows what comes and tells nothing.
/// </summary>
internal sealed class TerritoryFeed(
    TerritorySettings settings,
    ITerritoryTarget target,
    ICharacterLookup lookup,
    IWorldLeases leases,
    FeedMeasures measures,
    FeedClock clock,
    TimeProvider time,
    ILogger logger) : IFrameTaker
{
    public const string Push = "territory/push";
    public const string Rest = "territory/rest";

    private const string Standby = "standby";
    private const int BacklogOfAWorld = 2_000;

    // A lease, and the time that a lost silo needs until its grains answer again.
    private static readonly TimeSpan BacklogSpan = TimeSpan.FromSeconds(30);

    private readonly MapBook _maps = new(settings, target);
    private readonly WorldBoard _worlds = new(settings, target, measures, time);
    private readonly Backlog<int, (WorldMessage Message, DateTimeOffset At)> _backlog = new(BacklogSpan, BacklogOfAWorld, time);
    private readonly Dictionary<int, int> _terms = [];
    private readonly CaptureGathering _captures = new(new FactionCache(settings.CharacterCacheSize), lookup.Patience);
    private readonly Dictionary<int, DateTimeOffset> _polledAt = [];
    private readonly Dictionary<(int WorldId, uint ZoneId), string> _digests = [];
    private readonly HashSet<string> _errorsTold = [];

    public void Start() => _worlds.Start();

    public async ValueTask Take(FeedFrame frame, CancellationToken cancellationToken)
    {
        measures.Framed(frame.Feed);
        measures.Taking = (frame.Feed, frame.Received);
        using var span = FeedTraces.Frame(frame, time);
        try
        {
            clock.See(frame.At);
            await CloseCaptures(frame.At, cancellationToken);
            switch (frame.Feed)
            {
                case Push:
                    await TakePush(frame, cancellationToken);
                    break;
                case Rest:
                    await TakeRest(frame, cancellationToken);
                    break;
                default:
                    Refuse(new(FrameRefusal.UnknownFeed, "feed", $"no feed is called '{frame.Feed}'"), frame);
                    break;
            }
        }
        finally
        {
            measures.Taking = default;
        }
    }

    public async ValueTask Tick(CancellationToken cancellationToken)
    {
        await SeeLeases(cancellationToken);
        await CloseCaptures(clock.Now, cancellationToken);
        await _worlds.Tick(cancellationToken);
    }

    /// <summary>Reports what is still gathered: the recording has ended.</summary>
    public ValueTask Flush(CancellationToken cancellationToken) => CloseCaptures(DateTimeOffset.MaxValue - CaptureGathering.Window - lookup.Patience, cancellationToken);

    private async ValueTask TakePush(FeedFrame frame, CancellationToken cancellationToken)
    {
        var (message, refusal) = PushParser.Parse(frame.Content);
        switch (message)
        {
            case null:
                Refuse(refusal!, frame);
                break;
            case WorldMessage of:
                await TakeWorld(of, frame.At, cancellationToken);
                break;
            case OnlineStates states:
                await SeeLeases(cancellationToken);
                foreach (var (worldId, online) in states.Worlds.Where(state => settings.Worlds.Contains(state.Key)))
                {
                    await _worlds.Online(worldId, online, frame.At, cancellationToken);
                }

                break;
            case OtherMessage other:
                measures.Ignored(other.Kind);
                if (other.WorldId is { } id && settings.Worlds.Contains(id))
                {
                    await IsActive(id, cancellationToken);
                    await _worlds.Heard(id, cancellationToken);
                }

                break;
        }
    }

    private async ValueTask TakeWorld(WorldMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!settings.Worlds.Contains(message.WorldId))
        {
            measures.Ignored("world-not-configured");
            return;
        }

        var isActive = await IsActive(message.WorldId, cancellationToken);
        await _worlds.Heard(message.WorldId, cancellationToken);
        if (isActive)
        {
            await TellWorld(message, at, cancellationToken);
        }
        else
        {
            measures.Ignored(Standby);
            _backlog.Add(message.WorldId, (message, at));
        }
    }

    private async ValueTask TellWorld(WorldMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case ZoneMessage zone when await Knows(zone.WorldId, zone.ZoneId, cancellationToken):
                await target.Tell(zone.WorldId, zone.ZoneId, zone.Command, 1, cancellationToken);
                break;
            case PlayerCapture capture when await Knows(capture.WorldId, capture.ZoneId, cancellationToken):
                _captures.Add(capture, at);
                break;
        }
    }

    private async ValueTask SeeLeases(CancellationToken cancellationToken)
    {
        foreach (var worldId in settings.Worlds)
        {
            await IsActive(worldId, cancellationToken);
        }
    }

    /// <summary>Whether this process is to tell of the world. Where it has just come to be, it tells first what stands.</summary>
    private async ValueTask<bool> IsActive(int worldId, CancellationToken cancellationToken)
    {
        if (leases.TermOf(worldId) is not { } term)
        {
            _maps.Leave(worldId);
            _worlds.Leave(worldId);
            return false;
        }

        if (_terms.GetValueOrDefault(worldId) != term)
        {
            _terms[worldId] = term;
            await TakeOver(worldId, cancellationToken);
        }

        return true;
    }

    // What the holder before told already is a repeat to its zone; what died with it is told now.
    private async ValueTask TakeOver(int worldId, CancellationToken cancellationToken)
    {
        await _maps.TakeOver(worldId, cancellationToken);
        await _worlds.TakeOver(worldId, cancellationToken);
        foreach (var (message, at) in _backlog.Take(worldId))
        {
            await TellWorld(message, at, cancellationToken);
        }
    }

    private async ValueTask<bool> Knows(int worldId, uint zoneId, CancellationToken cancellationToken)
    {
        if (!settings.Follows(zoneId))
        {
            measures.Ignored("zone-not-configured");
            return false;
        }

        if (ZoneIds.IsDynamicInstance(zoneId) && _maps.Denies(zoneId))
        {
            measures.Refused(FrameRefusal.UnknownZone, worldId);
            return false;
        }

        await _maps.Ensure(worldId, zoneId, cancellationToken);
        return true;
    }

    private async ValueTask TakeRest(FeedFrame frame, CancellationToken cancellationToken)
    {
        var reply = RestParser.Parse(frame.Content, out var refusal);
        if (reply is null)
        {
            Refuse(refusal!, frame);
            return;
        }

        switch (reply)
        {
            case RestError error:
                TakeError(error);
                break;
            case RestEmpty:
                CountPoll(reply, "empty");
                break;
            case RestAnswer answer when answer.Subject.Collection == CensusRequest.Map:
                await TakeMap(answer, cancellationToken);
                break;
            case RestAnswer answer when answer.Subject.Collection != CensusRequest.Character:
                await TakeStatic(answer, cancellationToken);
                break;
        }

        if (reply.Subject.Collection == CensusRequest.Character)
        {
            TakeFactions(reply);
            await CloseCaptures(frame.At, cancellationToken);
        }
    }

    // An error costs what was asked for and nothing else; what comes again with each poll is logged once.
    private void TakeError(RestError error)
    {
        CountPoll(error, error.Kind);
        measures.Refused($"rest-{error.Kind}", error.Subject.WorldId);
        if (_errorsTold.Add($"{error.Subject.Collection}/{error.Kind}"))
        {
            Log.RestError(logger, error.Subject.Collection, error.Kind, error.Text, error.IsTransient);
        }
    }

    private async ValueTask TakeStatic(RestAnswer answer, CancellationToken cancellationToken)
    {
        if (!CensusRequest.StaticCollections.Contains(answer.Subject.Collection))
        {
            measures.Ignored("other-collection");
            return;
        }

        CountPoll(answer, "answer");
        await SeeLeases(cancellationToken);
        await _maps.Learn(answer, cancellationToken);
        if (answer.Subject.Collection == CensusRequest.World)
        {
            _worlds.Keep(_maps.Data.Worlds!);
        }
    }

    private async ValueTask TakeMap(RestAnswer answer, CancellationToken cancellationToken)
    {
        var (_, worldId, requestedAt, _) = answer.Subject;
        if (worldId is not { } world || !settings.Worlds.Contains(world))
        {
            measures.Ignored("world-not-configured");
            return;
        }

        if (!await IsActive(world, cancellationToken))
        {
            measures.Ignored(Standby);
            return;
        }

        // A change may have come at any time since the poll before.
        var uncertainty = _polledAt.TryGetValue(world, out var before) && requestedAt - before > settings.PollInterval
            ? requestedAt - before
            : settings.PollInterval;
        _polledAt[world] = requestedAt;
        measures.Polled(world, requestedAt);
        var refusals = new List<FrameRefusal>();
        foreach (var zone in answer.Rows.Select(row => MapAnswer.Read(row, refusals)).OfType<MapAnswer>())
        {
            await TellMap(world, zone, requestedAt, (int)Math.Min(int.MaxValue, Math.Ceiling(uncertainty.TotalSeconds)), cancellationToken);
        }

        foreach (var refusal in refusals)
        {
            measures.Refused(refusal.Reason, world);
            Log.Refused(logger, Rest, refusal.Reason, refusal.Detail);
        }
    }

    // A map that tells nothing new is told all the same: the zone learns that it still stood at that time.
    private async ValueTask TellMap(int worldId, MapAnswer zone, DateTimeOffset requestedAt, int uncertaintySeconds, CancellationToken cancellationToken)
    {
        if (!settings.Follows(zone.ZoneId))
        {
            measures.Ignored("zone-not-configured");
            return;
        }

        var isNews = _digests.GetValueOrDefault((worldId, zone.ZoneId)) != zone.Digest;
        _digests[(worldId, zone.ZoneId)] = zone.Digest;
        FeedMeters.Polls.Add(1, new("collection", CensusRequest.Map), new("outcome", isNews ? "changed" : "unchanged"));
        await _maps.Ensure(worldId, zone.ZoneId, cancellationToken);
        await target.Tell(worldId, zone.ZoneId, new ReportMap(requestedAt, settings.CacheLagSeconds, uncertaintySeconds, zone.Owners), 0, cancellationToken);
    }

    private void TakeFactions(RestReply reply)
    {
        var found = new Dictionary<long, Faction>();
        foreach (var row in reply is RestAnswer answer ? answer.Rows : [])
        {
            if (row.ValueKind == System.Text.Json.JsonValueKind.Object)
            {
                var fields = new FieldReader(row);
                var id = fields.Required("character_id", 1, long.MaxValue);
                var faction = fields.Faction("faction_id");
                if (fields.Refusal is null)
                {
                    found[id] = faction;
                }
            }
        }

        _captures.Learn(found, reply.Subject.CharacterIds);
    }

    private async ValueTask CloseCaptures(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unknown = _captures.Close(now);
        if (!unknown.IsEmpty)
        {
            lookup.Request(unknown);
        }

        foreach (var (capture, report) in _captures.Take(now))
        {
            if (!await IsActive(capture.WorldId, cancellationToken))
            {
                measures.Ignored(Standby);
                continue;
            }

            await target.Tell(capture.WorldId, capture.ZoneId, report, report.Characters.Length, cancellationToken);
        }
    }

    private static void CountPoll(RestReply reply, string outcome) =>
        FeedMeters.Polls.Add(1, new("collection", Known(reply.Subject.Collection)), new("outcome", outcome));

    // A recording may name anything; a metric's labels are a closed set.
    private static string Known(string collection) =>
        collection is CensusRequest.Map or CensusRequest.Character || CensusRequest.StaticCollections.Contains(collection) ? collection : "other";

    private void Refuse(FrameRefusal refusal, FeedFrame frame)
    {
        measures.Refused(refusal.Reason);
        FeedTraces.Refused(refusal);
        Log.Refused(logger, frame.Feed, refusal.Reason, refusal.Detail);
    }
}
