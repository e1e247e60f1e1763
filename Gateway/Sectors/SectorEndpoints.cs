using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Universes, their sectors, players and tunnels over HTTP.</summary>
internal static class SectorEndpoints
{
    private const string Tag = "Sectors";
    private const string IdText = "An id: " + SectorKeys.IdText + ".";

    public static void MapSectors(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var api = app.MapGroup("/api/v1/universes").WithTags(Tag);
        UniverseEndpoints.Map(api, services);
        MapSector(api, services);
        MapPlayer(api, services);
        MapTunnel(api, services);
        PlayerEndpoints.Map(api, services.GetRequiredService<SectorCommands>());

        var grains = services.GetRequiredService<IGrainFactory>();
        app.MapGet("/api/v1/sectors/events", (
            HttpContext context,
            [FromQuery, Description("The next of an earlier answer; the beginning where left out.")] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit) =>
            SystemEventPages.Write(context, grains.GetGrain<ISystemLogGrain>(SectorKeys.System), SectorEvents.Of))
            .WithTags(Tag)
            .Reads<SystemEventPageView>("The history of all universes, sectors, players and tunnels in the order of their commits.");
    }

    private static void MapSector(RouteGroupBuilder api, IServiceProvider services)
    {
        var (entities, pages, live) = (services.GetRequiredService<SectorEntities>(), services.GetRequiredService<SectorPages>(), services.GetRequiredService<EventStream>());
        const string Path = "/{universe}/sectors/{sector}";

        api.MapGet(Path, (
            HttpContext context,
            [Description(IdText)] string universe,
            [Description(IdText)] string sector,
            [FromQuery, Description(QueryTexts.At)] string? at) =>
            For(context, entities.Sector(universe, sector), entity => SectorPages.WriteEntity(context, entity, SectorEntities.SectorField, at)))
            .Reads<SectorView>("One sector, now or at an instant: what it is, who and which ships are in it.");
        api.MapGet($"{Path}/events", (
            HttpContext context,
            string universe,
            string sector,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            For(context, entities.Sector(universe, sector), entity => EventPages.Write(context, entity, SectorEntities.SectorField)))
            .Reads<EventPageView>("A sector's history after a sequence, between two instants, or both.");
        api.MapGet($"{Path}/stream", (HttpContext context, string universe, string sector, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            For(context, entities.Sector(universe, sector), entity => live.Serve(context, entity, SectorEntities.SectorField)))
            .Streams("A sector live: a snapshot, then its events. Honours Last-Event-ID.");
        api.MapGet($"{Path}/scan", (
            HttpContext context,
            string universe,
            string sector,
            [FromQuery, Description("Steps, 0 to 5; 1 where left out.")] string? depth) =>
            pages.WriteScan(context, universe, sector, depth))
            .Reads<ScanView>("The sectors within some steps, by links and tunnels, with who is there; the nearest first, 1,000 at most.");
        api.MapGet("/{universe}/path", (
            HttpContext context,
            string universe,
            [FromQuery, Description("Where from.")] string? from,
            [FromQuery, Description("Where to.")] string? to,
            [FromQuery, Description("Sectors not to pass through, with commas; 1,000 at most.")] string? avoid) =>
            pages.WritePath(context, universe, from, to, avoid))
            .Reads<PathView>("The way that costs the fewest turns, by links and open tunnels.");
    }

    private static void MapPlayer(RouteGroupBuilder api, IServiceProvider services)
    {
        var (entities, pages, live) = (services.GetRequiredService<SectorEntities>(), services.GetRequiredService<SectorPages>(), services.GetRequiredService<EventStream>());
        const string Path = "/{universe}/players/{player}";

        api.MapGet(Path, (HttpContext context, string universe, string player, [FromQuery, Description(QueryTexts.At)] string? at) =>
            For(context, entities.Player(universe, player), entity => SectorPages.WriteEntity(context, entity, SectorEntities.PlayerField, at)))
            .Reads<PlayerView>("One player, now or at an instant: the one record that says where they are.");
        api.MapGet($"{Path}/events", (
            HttpContext context,
            string universe,
            string player,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            For(context, entities.Player(universe, player), entity => EventPages.Write(context, entity, SectorEntities.PlayerField)))
            .Reads<EventPageView>("A player's history after a sequence, between two instants, or both.");
        api.MapGet($"{Path}/stream", (HttpContext context, string universe, string player, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            For(context, entities.Player(universe, player), entity => live.Serve(context, entity, SectorEntities.PlayerField)))
            .Streams("A player live: a snapshot, then their events. Honours Last-Event-ID.");
        var followers = services.GetRequiredService<PlayerFollowers>();
        api.MapGet($"{Path}/follow", (HttpContext context, string universe, string player) =>
            For(context, entities.Player(universe, player), async entity =>
            {
                var view = await entity.Kind.View(entity.Key);
                await (view.Sequence == 0
                    ? SectorProblems.Unknown(entity, SectorEntities.PlayerField).Write(context)
                    : live.Serve(context, outbox => followers.Follow(universe, player, outbox)));
            }))
            .Streams("A player live, and the sector that they are in: each that they enter as a whole, then its events. Without resuming.");
        api.MapGet($"{Path}/away", (
            HttpContext context,
            string universe,
            string player,
            [FromQuery, Description("An instant; that of the player's last activity before this session where left out.")] string? since,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit) =>
            For(context, entities.Player(universe, player), entity => pages.WriteAway(context, entity, since)))
            .Reads<AwayView>("What happened in a player's sector while they were away.");
    }

    private static void MapTunnel(RouteGroupBuilder api, IServiceProvider services)
    {
        var (entities, live) = (services.GetRequiredService<SectorEntities>(), services.GetRequiredService<EventStream>());
        const string Path = "/{universe}/tunnels/{origin}/{destination}";

        api.MapGet(Path, (
            HttpContext context,
            string universe,
            [Description("The sector it leads from.")] string origin,
            [Description("The sector it leads to.")] string destination,
            [FromQuery, Description(QueryTexts.At)] string? at) =>
            For(context, entities.Tunnel(universe, origin, destination), entity => SectorPages.WriteEntity(context, entity, SectorEntities.TunnelField, at)))
            .Reads<TunnelView>("One warp tunnel, now or at an instant: its stability, its uses and what is reserved of them.");
        api.MapGet($"{Path}/events", (
            HttpContext context,
            string universe,
            string origin,
            string destination,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) =>
            For(context, entities.Tunnel(universe, origin, destination), entity => EventPages.Write(context, entity, SectorEntities.TunnelField)))
            .Reads<EventPageView>("A tunnel's history after a sequence, between two instants, or both.");
        api.MapGet($"{Path}/stream", (HttpContext context, string universe, string origin, string destination, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            For(context, entities.Tunnel(universe, origin, destination), entity => live.Serve(context, entity, SectorEntities.TunnelField)))
            .Streams("A tunnel live: a snapshot, then its events. Honours Last-Event-ID.");
    }

    public static Task For(HttpContext context, (Entity? Entity, Problem? Problem) found, Func<Entity, Task> write) =>
        found.Entity is { } entity ? write(entity) : found.Problem!.Write(context);
}
