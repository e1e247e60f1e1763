using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
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
        var (reads, live) = (services.GetRequiredService<TerritoryReads>(), services.GetRequiredService<EventStream>());
        var api = app.MapGroup("/api/v1/territory").WithTags("Territory");

        api.MapGet("/worlds", (Delegate)((HttpContext context) => WriteWorlds(context, reads)))
            .WithSummary("The worlds that were heard of.")
            .Produces<WorldListView>();
        api.MapGet("/worlds/{worldId}", (HttpContext context, [Description("From 1.")] string worldId) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? WriteView(context, world!, WorldId) : problem!.Write(context))
            .Reads<WorldView>("One world: its zones, whether it is online, how its feed does.");
        api.MapGet("/worlds/{worldId}/events", (HttpContext context, string worldId, [FromQuery] string? after, [FromQuery] string? limit) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? EventPages.Write(context, world!, WorldId) : problem!.Write(context))
            .Reads<EventPageView>("A world's history after a sequence; limit is 1 to 1000, 100 where left out.");
        api.MapGet("/worlds/{worldId}/stream", (HttpContext context, string worldId, [FromQuery] string? after) =>
            TryWorld(worlds, worldId, out var world, out var problem) ? live.Serve(context, world!, WorldId) : problem!.Write(context))
            .Streams("A world live: a snapshot, then its events. Honours Last-Event-ID.");

        api.MapGet("/worlds/{worldId}/zones/{zoneId}", (HttpContext context, [Description("From 1.")] string worldId, [Description("From 1.")] string zoneId) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? WriteZone(context, zone!) : problem!.Write(context))
            .Reads<ZoneView>("One zone: who holds which facility, who controls how much.");
        api.MapGet("/worlds/{worldId}/zones/{zoneId}/events", (HttpContext context, string worldId, string zoneId, [FromQuery] string? after, [FromQuery] string? limit) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? EventPages.Write(context, zone!, ZoneId) : problem!.Write(context))
            .Reads<EventPageView>("A zone's history after a sequence; limit is 1 to 1000, 100 where left out.");
        api.MapGet("/worlds/{worldId}/zones/{zoneId}/stream", (HttpContext context, string worldId, string zoneId, [FromQuery] string? after) =>
            TryZone(zones, worldId, zoneId, out var zone, out var problem) ? live.Serve(context, zone!, ZoneId) : problem!.Write(context))
            .Streams("A zone live: a snapshot, then its events. Honours Last-Event-ID.");
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

    private static Task WriteZone(HttpContext context, Entity zone)
    {
        var view = zone.Kind.View(zone.Key);
        return view.IsCompletedSuccessfully
            ? Write(context, zone, view.GetAwaiter().GetResult())
            : Await(context, zone, view);

        static async Task Await(HttpContext context, Entity zone, ValueTask<EntityView> view) => await Write(context, zone, await view);

        static Task Write(HttpContext context, Entity zone, EntityView view) =>
            view.Sequence == 0 ? Unknown(zone, ZoneId).Write(context) : JsonBody.WriteSequenced(context, view);
    }

    private static async Task WriteView(HttpContext context, Entity entity, string field)
    {
        var view = await entity.Kind.View(entity.Key);
        await (view.Sequence == 0 ? Unknown(entity, field).Write(context) : JsonBody.WriteHashed(context, view.Json));
    }

    private static async Task WriteWorlds(HttpContext context, TerritoryReads reads)
    {
        var list = new WorldListView([.. (await reads.Worlds()).Select(TerritoryViews.Of)]);
        await JsonBody.WriteHashed(context, JsonSerializer.SerializeToUtf8Bytes(list, TerritoryJson.Options));
    }

    private static Problem Unknown(Entity entity, string field) => Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.");

    private static void Reads<T>(this RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithSummary(summary)
        .Produces<T>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static void Streams(this RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithSummary(summary)
        .Produces<string>(contentType: "text/event-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
