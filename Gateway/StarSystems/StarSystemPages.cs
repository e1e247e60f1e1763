using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Answers about one star system.</summary>
internal sealed class StarSystemPages(IGrainFactory grains, TimeProvider time)
{
    public static readonly TimeSpan LongestInfluence = TimeSpan.FromDays(400);

    public static async Task WriteSystem(HttpContext context, Entity system, string? at)
    {
        if (at is not null)
        {
            await PastPages.Write(context, system, StarSystemQueries.Address, at);
            return;
        }

        var view = await system.Kind.View(system.Key);
        await (view.Sequence == 0 ? Unknown(system).Write(context) : JsonBody.WriteHashed(context, view.Json));
    }

    public async Task WriteFactions(HttpContext context, Entity system)
    {
        var snapshot = await Grain(system).GetSnapshot();
        await (snapshot.Sequence == 0
            ? Unknown(system).Write(context)
            : JsonBody.WriteHashed(context, StarSystemJson.Write(StarSystemViews.FactionsOf(snapshot.State))));
    }

    public async Task WriteTicks(HttpContext context, Entity system)
    {
        if (!EventPages.TryQuery(context.Request.Query, out var query, out var problem))
        {
            await problem!.Write(context);
            return;
        }

        var page = await StarSystemHistory.Ticks(Grain(system), query.From, query.To, query.After, query.Limit);
        await (page.Latest == 0 ? Unknown(system).Write(context) : JsonBody.WriteHashed(context, StarSystemJson.Write(StarSystemViews.Of(page))));
    }

    public async Task WriteInfluence(HttpContext context, Entity system, string? from, string? to)
    {
        if (!EventPages.TryBound("from", from, out var start, out var problem)
            || !EventPages.TryBound("to", to, out var end, out problem)
            || (problem = StarSystemQueries.Span(start, end, LongestInfluence, time.GetUtcNow(), out var span)) is not null)
        {
            await problem!.Write(context);
            return;
        }

        if ((await Grain(system).GetSnapshot()).Sequence == 0)
        {
            await Unknown(system).Write(context);
            return;
        }

        await (await StarSystemHistory.Influence(Grain(system), span.From, span.To) is { } influence
            ? JsonBody.WriteHashed(context, StarSystemJson.Write(influence))
            : TooMuch().Write(context));
    }

    public static Problem TooMuch() => Problem.Invalid("from", "Too much happened between from and to to be told at once; ask for a shorter time.");

    public static Problem Unknown(Entity system) => Problem.NotFound(StarSystemQueries.Address, $"Nothing was ever told of {system.Topic}.");

    private IStarSystemGrain Grain(Entity system) => grains.GetGrain<IStarSystemGrain>(system.Key);
}
