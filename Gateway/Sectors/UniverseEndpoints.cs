using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Sectors;
using static OrleansGameState.Gateway.Sectors.SectorEndpoints;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Universes as wholes over HTTP.</summary>
internal static class UniverseEndpoints
{
    public static void Map(RouteGroupBuilder api, IServiceProvider services)
    {
        var (entities, pages, live) = (services.GetRequiredService<SectorEntities>(), services.GetRequiredService<UniversePages>(), services.GetRequiredService<EventStream>());

        api.MapGet("", (Delegate)((HttpContext context) => pages.WriteList(context)))
            .Reads<UniverseListView>("The universes that were ever imported.");
        api.MapGet("/{universe}", (HttpContext context, string universe, [FromQuery, Description(QueryTexts.At)] string? at) =>
            For(context, entities.Universe(universe), entity => UniversePages.WriteUniverse(context, entity, at)))
            .Reads<UniverseView>("One universe, now or at an instant: its settings, how far its import is, the last sweep that did something.");
        api.MapGet("/{universe}/map", (HttpContext context, string universe) =>
            For(context, entities.Universe(universe), entity => pages.WriteMap(context, entity)))
            .Reads<MapView>("A universe's map, for drawing.");
        api.MapGet("/{universe}/presence", (HttpContext context, string universe) =>
            For(context, entities.Universe(universe), entity => pages.WritePresence(context, entity)))
            .Reads<UniversePresenceView>("Who is where at one instant: each player in space once.");
        api.MapGet("/{universe}/events", (
            HttpContext context,
            string universe,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            For(context, entities.Universe(universe), entity => EventPages.Write(context, entity, SectorEntities.UniverseField)))
            .Reads<EventPageView>("A universe's own history: imports and sweeps.");
        api.MapGet("/{universe}/stream", (HttpContext context, string universe, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            For(context, entities.Universe(universe), entity => live.Serve(context, entity, SectorEntities.UniverseField)))
            .Streams("A universe live: a snapshot, then its events. Honours Last-Event-ID.");
        var announced = services.GetRequiredService<AnnouncementStream>();
        api.MapGet("/{universe}/moves", (HttpContext context, string universe) =>
            For(context, entities.Universe(universe), entity => announced.Serve(context, [SectorTopics.Moves(entity.Key)])))
            .Streams("Who comes, goes and moves in a universe, and which of its tunnels wear out, as it happens. Best effort.");
        MapDocument(api, services, entities);

        api.MapPost("/{universe}/sweep", (HttpContext context, string universe) =>
            For(context, entities.Universe(universe), entity => pages.Sweep(context, entity)))
            .Commands<SweepReport>("Sweeps now who was silent too long, and heals lists. Scope admin.")
            .RequireScope(Scopes.Admin);
    }

    private static void MapDocument(RouteGroupBuilder api, IServiceProvider services, SectorEntities entities)
    {
        var (import, export) = (services.GetRequiredService<UniverseImport>(), services.GetRequiredService<UniverseExport>());
        api.MapPost("/{universe}/import", (
            HttpContext context,
            string universe,
            [FromQuery, Description("stub: makes a stub of each sector that only a link names. Refused where left out.")] string? danglingLinks,
            [FromQuery, Description("first: leaves a ship that is in two places in the first. Refused where left out.")] string? duplicateShips) =>
            For(context, entities.Universe(universe), entity => import.Take(context, entity, danglingLinks, duplicateShips)))
            .Commands<ImportAcceptedView>("Imports a universe; its sectors are told in the background. Scope sectors:write.", StatusCodes.Status202Accepted)
            .RequireScope(Scopes.SectorsWrite);
        api.MapGet("/{universe}/export", (HttpContext context, string universe) =>
            For(context, entities.Universe(universe), entity => export.Write(context, entity)))
            .Reads<object>("The universe's document, as import takes it, with the ships without a pilot and the tunnels' uses as they are now.");
    }
}
