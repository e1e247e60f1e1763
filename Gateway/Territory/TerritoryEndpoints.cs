using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Territory over HTTP.</summary>
internal static class TerritoryEndpoints
{
    private const string WorldId = "worldId";
    private const string ZoneId = "zoneId";

    public static void MapTerritory(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var (worlds, zones) = (services.GetRequiredService<WorldKind>(), services.GetRequiredService<ZoneKind>());
        var grains = services.GetRequiredService<IGrainFactory>();
        var (reads, live) = (services.GetRequiredService<TerritoryReads>(), services.GetRequiredService<EventStream>());
        var api = app.MapGroup("/api/v1/territory").WithTags("Territory");

        api.MapGet("/worlds", (Delegate)((HttpContext context) => WriteWorlds(context, reads)))
            .WithSummary("The worlds that were heard of.")
            .Produces<WorldListView>();
        api.MapGet("/worlds/{worldId}", (HttpContext context, [Description("From 1.")] string worldId, [FromQuery, Description(QueryTexts.At)] string? at) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? WriteWorld(context, world!, at) : problem!.Write(context))
            .Reads<WorldView>("One world, now or at an instant: its zones, whether it is online, how its feed does.");
        api.MapGet("/worlds/{worldId}/events", (
            HttpContext context,
            string worldId,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? EventPages.Write(context, world!, WorldId) : problem!.Write(context))
            .Reads<EventPageView>("A world's history after a sequence, between two instants, or both.");
        api.MapGet("/worlds/{worldId}/stream", (HttpContext context, string worldId, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? live.Serve(context, world!, WorldId) : problem!.Write(context))
            .Streams("A world live: a snapshot, then its events. Honours Last-Event-ID.");

        api.MapGet("/worlds/{worldId}/zones/{zoneId}", (
            HttpContext context,
            [Description("From 1.")] string worldId,
            [Description("From 1.")] string zoneId,
            [FromQuery, Description(QueryTexts.At)] string? at) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? WriteZone(context, zone!, at) : problem!.Write(context))
            .Reads<ZoneView>("One zone, now or at an instant: who holds which facility, who controls how much.");
        api.MapGet("/worlds/{worldId}/zones/{zoneId}/events", (
            HttpContext context,
            string worldId,
            string zoneId,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? EventPages.Write(context, zone!, ZoneId) : problem!.Write(context))
            .Reads<EventPageView>("A zone's history after a sequence, between two instants, or both.");
        api.MapGet("/worlds/{worldId}/zones/{zoneId}/stream", (
            HttpContext context, string worldId, string zoneId, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? live.Serve(context, zone!, ZoneId) : problem!.Write(context))
            .Streams("A zone live: a snapshot, then its events. Honours Last-Event-ID.");

        api.MapGet("/events", (
            HttpContext context,
            [FromQuery, Description("The next of an earlier answer; the beginning where left out.")] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit) =>
            SystemEventPages.Write(context, grains.GetGrain<ISystemLogGrain>(TerritoryKeys.System), TerritoryEvents.Of))
            .Reads<SystemEventPageView>("The history of all worlds and zones in the order of their commits. It is complete: nothing is ever inserted before a position that was given.");
    }

    public static bool TryWorld(WorldKind kind, string worldId, out Entity? world, out Problem? problem)
    {
        world = Numbers.TryParse(WorldId, worldId, 1, int.MaxValue, out int id, out problem)
            ? new(kind, TerritoryKeys.World(id), TerritoryTopics.World(id))
            : null;
        return world is not null;
    }

    public static bool TryZone(ZoneKind kind, string worldId, string zoneId, out Entity? zone, out Problem? problem)
    {
        zone = Numbers.TryParse(WorldId, worldId, 1, int.MaxValue, out int world, out problem)
            && Numbers.TryParse(ZoneId, zoneId, 1u, uint.MaxValue, out var id, out problem)
            ? new(kind, TerritoryKeys.Zone(world, id), TerritoryTopics.Zone(world, id))
            : null;
        return zone is not null;
    }

    private static Task WriteZone(HttpContext context, Entity zone, string? at)
    {
        if (at is not null)
        {
            return PastPages.Write(context, zone, ZoneId, at);
        }

        var view = zone.Kind.View(zone.Key);
        return view.IsCompletedSuccessfully
            ? Write(context, zone, view.GetAwaiter().GetResult())
            : Await(context, zone, view);

        static async Task Await(HttpContext context, Entity zone, ValueTask<EntityView> view) => await Write(context, zone, await view);

        static Task Write(HttpContext context, Entity zone, EntityView view) =>
            view.Sequence == 0 ? Unknown(zone, ZoneId).Write(context) : JsonBody.WriteSequenced(context, view);
    }

    private static async Task WriteWorld(HttpContext context, Entity world, string? at)
    {
        if (at is not null)
        {
            await PastPages.Write(context, world, WorldId, at);
            return;
        }

        var view = await world.Kind.View(world.Key);
        await (view.Sequence == 0 ? Unknown(world, WorldId).Write(context) : JsonBody.WriteHashed(context, view.Json));
    }

    private static async Task WriteWorlds(HttpContext context, TerritoryReads reads)
    {
        var list = new WorldListView([.. (await reads.Worlds()).Select(TerritoryViews.Of)]);
        await JsonBody.WriteHashed(context, JsonSerializer.SerializeToUtf8Bytes(list, TerritoryJson.Options));
    }

    private static Problem Unknown(Entity entity, string field) => Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.");
}
