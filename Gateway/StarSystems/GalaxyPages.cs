using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Answers about the galaxy.</summary>
internal sealed class GalaxyPages(IGrainFactory grains, TimeProvider time)
{
    public static readonly Problem NoTick = Problem.NotFound(StarSystemQueries.Galaxy, "No tick of the galaxy is known yet.");

    private IGalaxyGrain Galaxy => grains.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);

    public static async Task Write(HttpContext context, Entity galaxy, string? at)
    {
        if (at is not null)
        {
            await PastPages.Write(context, galaxy, StarSystemQueries.Galaxy, at);
            return;
        }

        await JsonBody.WriteHashed(context, (await galaxy.Kind.View(galaxy.Key)).Json);
    }

    public Task WriteLast(HttpContext context) => WriteLast(context, static (tick, overdue) => StarSystemJson.Write(new LastGalaxyTickView(
        tick.Id, tick.StartedAt, tick.DetectedAt, tick.Confidence, tick.Standing, tick.Systems, FeedMessages.Of(tick.First), overdue)));

    public Task WriteGalTick(HttpContext context) => WriteLast(context, static (tick, _) =>
        StarSystemJson.Write(new GalTickView(FeedMessages.Timestamp(tick.StartedAt), FeedMessages.Of(tick.First))));

    public async Task WriteTicks(HttpContext context, string? from, string? to)
    {
        if (!EventPages.TryBound("from", from, out var start, out var problem)
            || !EventPages.TryBound("to", to, out var end, out problem)
            || (problem = StarSystemQueries.Span(start, end, GalaxyHistory.Longest, time.GetUtcNow(), out var span)) is not null)
        {
            await problem!.Write(context);
            return;
        }

        var ticks = await GalaxyHistory.Ticks(Galaxy, span.From, span.To);
        await JsonBody.WriteHashed(context, StarSystemJson.Write(new GalaxyTicksView([.. ticks.Select(GalaxyViews.Of)])));
    }

    private async Task WriteLast(HttpContext context, Func<GalaxyTick, DateTimeOffset?, byte[]> write)
    {
        var galaxy = (await Galaxy.GetSnapshot()).State;
        await (GalaxyViews.Last(galaxy) is { } tick
            ? JsonBody.WriteHashed(context, write(tick, galaxy.OverdueSince))
            : NoTick.Write(context));
    }
}
