using Microsoft.Extensions.DependencyInjection;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>Announces facts as the grains do, so that a test has the ones it wants, in its order.</summary>
internal static class AnnouncedFacts
{
    public static readonly GalaxyTick Tick = new(
        "20260516T1420Z",
        FeedExamples.Wolf.Timestamp,
        FeedExamples.Wolf.Timestamp.AddMinutes(6),
        0.995,
        GalaxyTickStanding.Confirmed,
        31,
        FeedExamples.Wolf);

    public static Envelope OfSystem(long address, long sequence, StarSystemEvent fact) =>
        new(StarSystemKeys.System, StarSystemKeys.StarSystem(address), sequence, fact.OccurredAt, fact);

    public static Envelope OfGalaxy(long sequence, GalaxyEvent fact) => new(StarSystemKeys.System, StarSystemKeys.Galaxy, sequence, fact.OccurredAt, fact);

    public static SystemTicked Ticked(SystemTick tick) => new(tick.Timestamp, tick, null, false);

    public static Task Announce(this GatewayHost host, Envelope envelope) => host.Services.GetRequiredService<IClusterClient>()
        .GetStreamProvider(EntityStreams.Provider)
        .GetStream<Envelope>(EntityStreams.Of(StarSystemKeys.System))
        .OnNextAsync(envelope);
}
