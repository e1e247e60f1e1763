using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds;
using Polly;
using Polly.Retry;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// The REST service: static data at start and daily, the maps of the worlds whose lease this process holds, characters'
/// factions on demand.
/// </summary>
internal sealed class CensusSource : IFrameSource, ICharacterLookup
{
    private const int BatchSize = 100;

    private static readonly TimeSpan StaticInterval = TimeSpan.FromDays(1);

    private readonly TerritorySettings _settings;
    private readonly CensusClient _client;
    private readonly StaticCache _cache;
    private readonly IWorldLeases _leases;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<long> _characters = Channel.CreateBounded<long>(10_000);

    public CensusSource(TerritorySettings settings, CensusClient client, StaticCache cache, IWorldLeases leases, TimeProvider time, ILogger logger) =>
        (_settings, _client, _cache, _leases, _time, _logger) = (settings, client, cache, leases, time, logger);

    public TimeSpan Patience => TimeSpan.FromSeconds(45);

    // Where there is no room, the capture goes on without their factions once patience ends.
    public void Request(ImmutableArray<long> characterIds)
    {
        foreach (var id in characterIds)
        {
            _characters.Writer.TryWrite(id);
        }
    }

    public async Task Run(IFrameSink sink, CancellationToken cancellationToken)
    {
        var lookups = LookUp(sink, cancellationToken);
        var missing = new List<string>();
        foreach (var collection in CensusRequest.StaticCollections)
        {
            if (!await ReadAtStart(sink, collection, cancellationToken))
            {
                missing.Add(collection);
            }
        }

        await Task.WhenAll(
            [
                lookups,
                .. CensusRequest.StaticCollections.Select(collection => KeepFresh(sink, collection, missing.Contains(collection), cancellationToken)),
                .. _settings.Worlds.Select((worldId, index) => Poll(sink, worldId, _settings.PollInterval * index / _settings.Worlds.Count, cancellationToken)),
            ]);
    }

    private async Task<bool> ReadAtStart(IFrameSink sink, string collection, CancellationToken cancellationToken)
    {
        if (await Read(sink, CensusRequest.Static(collection), cancellationToken) is RestAnswer)
        {
            return true;
        }

        if (await _cache.Find(collection, cancellationToken) is { } kept)
        {
            Log.FromCache(_logger, collection, kept.Answer.Subject.RequestedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await sink.Deliver(new(_time.GetUtcNow(), TerritoryFeed.Rest, kept.Frame), cancellationToken);
        }

        return false;
    }

    private async Task KeepFresh(IFrameSink sink, string collection, bool isMissing, CancellationToken cancellationToken)
    {
        // Known to have failed a moment ago: the first of the back-off's delays.
        await Task.Delay(isMissing ? TimeSpan.FromSeconds(1) : StaticInterval, _time, cancellationToken);
        var patiently = Patiently(int.MaxValue);
        while (true)
        {
            await patiently.ExecuteAsync(async token => await Read(sink, CensusRequest.Static(collection), token), cancellationToken);
            await Task.Delay(StaticInterval, _time, cancellationToken);
        }
    }

    private async Task Poll(IFrameSink sink, int worldId, TimeSpan offset, CancellationToken cancellationToken)
    {
        await Task.Delay(offset, _time, cancellationToken);
        var request = CensusRequest.MapOf(worldId, _settings.Zones);
        var patiently = Patiently(int.MaxValue);
        while (true)
        {
            var started = _time.GetTimestamp();
            await patiently.ExecuteAsync(
                async token =>
                {
                    await _leases.WhenHeld(worldId, token);
                    started = _time.GetTimestamp();
                    return await Read(sink, request, token);
                },
                cancellationToken);
            var rest = _settings.PollInterval - _time.GetElapsedTime(started);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, _time, cancellationToken);
        }
    }

    private async Task LookUp(IFrameSink sink, CancellationToken cancellationToken)
    {
        var patiently = Patiently(2);
        while (await _characters.Reader.WaitToReadAsync(cancellationToken))
        {
            var ids = new SortedSet<long>();
            while (ids.Count < BatchSize && _characters.Reader.TryRead(out var id))
            {
                ids.Add(id);
            }

            // Only the last word is told: a failure ends the waiting for these characters.
            FeedFrame frame = default;
            await patiently.ExecuteAsync(
                async token =>
                {
                    (frame, var reply) = await _client.Get(CensusRequest.Factions([.. ids]), token);
                    return reply;
                },
                cancellationToken);
            await sink.Deliver(frame, cancellationToken);
        }
    }

    private async Task<RestReply> Read(IFrameSink sink, CensusRequest request, CancellationToken cancellationToken)
    {
        var (frame, reply) = await _client.Get(request, cancellationToken);
        await sink.Deliver(frame, cancellationToken);
        if (reply is RestAnswer && request.WorldId is null)
        {
            await _cache.Keep(request.Collection, frame.Content, cancellationToken);
        }

        return reply;
    }

    // 1, 2, 4, ... 60 s, jittered so that the worlds do not all come back at once.
    private ResiliencePipeline<RestReply> Patiently(int attempts) => new ResiliencePipelineBuilder<RestReply> { TimeProvider = _time }
        .AddRetry(new RetryStrategyOptions<RestReply>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is RestError),
            MaxRetryAttempts = attempts,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(60),
            UseJitter = true,
        })
        .Build();
}
