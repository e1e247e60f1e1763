using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The galaxy and its ticks over HTTP.</summary>
internal static class GalaxyEndpoints
{
    public static void MapGalaxy(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var galaxy = new Entity(services.GetRequiredService<GalaxyKind>(), StarSystemKeys.Galaxy, StarSystemTopics.Galaxy);
        var (pages, live) = (services.GetRequiredService<GalaxyPages>(), services.GetRequiredService<EventStream>());
        var api = app.MapGroup("/api/v1/galaxy").WithTags("Star systems");

        api.MapGet("", (HttpContext context, [FromQuery, Description(QueryTexts.At)] string? at) => GalaxyPages.Write(context, galaxy, at))
            .Reads<GalaxyView>("The galaxy, now or at an instant: its last ticks, what ticked by hours, how the feeds do.");
        api.MapGet("/tick", (Delegate)((HttpContext context) => pages.WriteLast(context)))
            .Reads<LastGalaxyTickView>("The last tick that was not taken back.");
        api.MapGet("/ticks", (
            HttpContext context,
            [FromQuery, Description("Only ticks that started at this instant or later; 30 days before to where left out, 92 days at most.")] string? from,
            [FromQuery, Description("Only ticks that started before this instant; now where left out.")] string? to) =>
            pages.WriteTicks(context, from, to))
            .Reads<GalaxyTicksView>("Ticks by their start, each as it is seen now; those taken back among them.");
        api.MapGet("/events", (
            HttpContext context,
            [FromQuery, Description(QueryTexts.After)] string? after,
            [FromQuery, Description(QueryTexts.Limit)] string? limit,
            [FromQuery, Description(QueryTexts.From)] string? from,
            [FromQuery, Description(QueryTexts.To)] string? to) => EventPages.Write(context, galaxy, StarSystemQueries.Galaxy))
            .Reads<EventPageView>("The galaxy's history after a sequence, between two instants, or both.");
        api.MapGet("/stream", (HttpContext context, [FromQuery, Description(QueryTexts.Resume)] string? after) =>
            live.Serve(context, galaxy, StarSystemQueries.Galaxy))
            .Streams("The galaxy live: a snapshot, then its events. Honours Last-Event-ID.");

        app.MapGet("/galtick.json", (Delegate)((HttpContext context) => pages.WriteGalTick(context)))
            .WithTags("Star systems")
            .Reads<GalTickView>("The last tick that was not taken back, for those who poll.");
    }
}
