using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Star systems over HTTP.</summary>
internal static class StarSystemEndpoints
{
    private const string AddressText = "The game's SystemAddress, from 1.";

    public static void MapStarSystems(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var api = app.MapGroup("/api/v1").WithTags("Star systems");
        MapSystem(api, services);
        MapNames(api, services.GetRequiredService<StarSystemReads>());

        var announced = services.GetRequiredService<AnnouncementStream>();
        api.MapGet("/stream/ticks", (
            HttpContext context,
            [FromQuery, Description("SystemTick, GalaxyTick, FactionChanges, FactionExpandedFrom, GalaxyTickRevised, GalaxyTickOverdue; some, with commas or repeated; all where left out.")] string[]? topic) =>
            StarSystemQueries.TryTopics(topic ?? [], out var topics, out var problem) ? announced.Serve(context, topics) : problem!.Write(context))
            .Streams("What the Tick Detector feed tells, as it happens: the event is the topic, the data its message. Best effort.");

        var grains = services.GetRequiredService<IGrainFactory>();
        api.MapGet("/starsystems/events", (
            HttpContext context,
            [FromQuery, Description("The next of an earlier answer; the beginning where left out.")] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit) =>
            SystemEventPages.Write(context, grains.GetGrain<ISystemLogGrain>(StarSystemKeys.System), StarSystemEvents.Of))
            .Reads<SystemEventPageView>("The history of all star systems, the galaxy and their indices in the order of their commits.");
    }

    private static void MapSystem(RouteGroupBuilder api, IServiceProvider services)
    {
        var kind = services.GetRequiredService<StarSystemKind>();
        var pages = services.GetRequiredService<StarSystemPages>();
        var live = services.GetRequiredService<EventStream>();

        api.MapGet("/systems/{address}", (HttpContext context, [Description(AddressText)] string address, [FromQuery, Description(QueryTexts.At)] string? at) =>
            For(context, address, system => StarSystemPages.WriteSystem(context, system, at)))
            .Reads<StarSystemView>("One star system, now or at an instant: its factions, conflicts and last tick.");
        api.MapGet("/systems/{address}/factions", (HttpContext context, string address) =>
            For(context, address, system => pages.WriteFactions(context, system)))
            .Reads<SystemFactionsView>("All factions of a system in one answer.");
        api.MapGet("/systems/{address}/ticks", (
            HttpContext context,
            string address,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit) =>
            For(context, address, system => pages.WriteTicks(context, system)))
            .Reads<TickPageView>("A system's ticks, oldest first; next, where it is not null, is to be asked after.");
        api.MapGet("/systems/{address}/influence", (
            HttpContext context,
            string address,
            [FromQuery, Description("An instant; 30 days before to where left out.")] string? from,
            [FromQuery, Description("An instant; now where left out.")] string? to) =>
            For(context, address, system => pages.WriteInfluence(context, system, from, to)))
            .Reads<InfluenceView>("Influence over time, one value a time and faction.");
        api.MapGet("/systems/{address}/events", (
            HttpContext context,
            string address,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            For(context, address, system => EventPages.Write(context, system, StarSystemQueries.Address)))
            .Reads<EventPageView>("A system's history after a sequence, between two instants, or both.");
        api.MapGet("/systems/{address}/stream", (HttpContext context, string address, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            For(context, address, system => live.Serve(context, system, StarSystemQueries.Address)))
            .Streams("A system live: a snapshot, then its events. Honours Last-Event-ID.");

        Task For(HttpContext context, string address, Func<Entity, Task> write) =>
            StarSystemQueries.TrySystem(kind, address, out var system, out var problem) ? write(system!) : problem!.Write(context);
    }

    private static void MapNames(RouteGroupBuilder api, StarSystemReads reads)
    {
        api.MapGet("/systems", async (HttpContext context, [FromQuery, Description("The whole name, in any case.")] string? name) =>
        {
            await (StarSystemQueries.RefuseName(name) is { } problem
                ? problem.Write(context)
                : JsonBody.WriteHashed(context, StarSystemJson.Write(new NamedSystemsView(await reads.Named(name!)))));
        })
            .Reads<NamedSystemsView>("The systems that bear a name; most names have one.");
        api.MapGet("/factions/{name}/systems", async (HttpContext context, [Description("The whole name, in any case.")] string name) =>
        {
            if (StarSystemQueries.RefuseName(name) is { } problem)
            {
                await problem.Write(context);
                return;
            }

            await (await reads.SystemsOf(name, context.RequestAborted) is { } faction
                ? JsonBody.WriteHashed(context, StarSystemJson.Write(faction))
                : Problem.NotFound(StarSystemQueries.Name, $"Nothing was ever told of a faction '{name}'.").Write(context));
        })
            .Reads<FactionSystemsView>("Where a faction is, and how it stands there.");
    }
}
