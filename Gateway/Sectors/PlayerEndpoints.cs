using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What game servers tell of players over HTTP.</summary>
internal static class PlayerEndpoints
{
    private const string Path = "/{universe}/players/{player}";

    public static void Map(RouteGroupBuilder api, SectorCommands commands)
    {
        api.MapPut(Path, (HttpContext context, string universe, string player) => commands.LogIn(context, universe, player))
            .Commands<PlayerView>("Comes into the universe (201), or back. Body: username, team, ship {id, name, type}, startSector, turns, session. Scope sectors:write.")
            .Produces<PlayerView>(StatusCodes.Status201Created)
            .RequireScope(Scopes.SectorsWrite);
        api.MapPost($"{Path}/moves", (HttpContext context, string universe, string player) => commands.Move(context, universe, player))
            .Commands<MoveView>("Moves to a neighbour, or through a tunnel. Body: to, moveId, via (warp, tunnel). The same moveId again gives the same answer. Scope sectors:write.")
            .RequireScope(Scopes.SectorsWrite);
        api.MapPost($"{Path}/teleports", (HttpContext context, string universe, string player) => commands.Execute(context, universe, player, SectorCommands.TeleportOf))
            .Commands<PlayerView>("Puts a player elsewhere. Body: from, to. Scope admin.")
            .RequireScope(Scopes.Admin);
        api.MapPost($"{Path}/dock", (HttpContext context, string universe, string player) => commands.Execute(context, universe, player, SectorCommands.DockOf))
            .Commands<PlayerView>("Docks at a port of the sector. Body: port. Scope sectors:write.")
            .RequireScope(Scopes.SectorsWrite);
        api.MapPost($"{Path}/land", (HttpContext context, string universe, string player) => commands.Execute(context, universe, player, SectorCommands.LandOf))
            .Commands<PlayerView>("Lands on a planet of the sector. Body: planet. Scope sectors:write.")
            .RequireScope(Scopes.SectorsWrite);
        MapBare(api, commands, "heartbeat", new Heartbeat(), "Gives a sign of life.");
        MapBare(api, commands, "logout", new LogOut(), "Ends the session; the player stays in the list until they have been silent past the session limit.");
        MapBare(api, commands, "undock", new Undock(), "Leaves the port.");
        MapBare(api, commands, "takeoff", new TakeOff(), "Leaves the planet.");
    }

    private static void MapBare(RouteGroupBuilder api, SectorCommands commands, string name, PlayerCommand command, string summary) => api
        .MapPost($"{Path}/{name}", (HttpContext context, string universe, string player) => commands.Execute(context, universe, player, command))
        .Commands<PlayerView>($"{summary} Without a body. Scope sectors:write.")
        .RequireScope(Scopes.SectorsWrite);
}
