using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Commands over HTTP: their bodies, read strictly, and their answers.</summary>
internal sealed class SectorCommands(IGrainFactory grains, SectorEntities entities)
{
    public Task LogIn(HttpContext context, string universe, string player) => With(context, universe, player, isOptional: false, LogInOf, async (grain, command) =>
    {
        var isNew = (await grain.GetSnapshot()).State.Profile is null;
        var result = await grain.Execute(command);
        if (isNew && result.Rejections.IsEmpty)
        {
            context.Response.Headers.Location = $"/api/v1/universes/{universe}/players/{player}";
        }

        await Answer(context, grain, result, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    });

    public Task Move(HttpContext context, string universe, string player) => With(context, universe, player, isOptional: false, MoveOf, async (grain, move) =>
    {
        var answer = await grain.Move(move);
        await (answer.Moved is { } moved
            ? Write(context, PlayerViews.Of(answer, moved), StatusCodes.Status200OK)
            : SectorProblems.Of(answer.Rejection!).Write(context));
    });

    /// <summary>A command that is all there is in its body.</summary>
    public Task Execute(HttpContext context, string universe, string player, Func<StrictObject, PlayerCommand> read) =>
        With(context, universe, player, isOptional: false, read, async (grain, command) => await Answer(context, grain, await grain.Execute(command), StatusCodes.Status200OK));

    /// <summary>A command that needs no body.</summary>
    public Task Execute(HttpContext context, string universe, string player, PlayerCommand command) =>
        With(context, universe, player, isOptional: true, _ => command, async (grain, _) => await Answer(context, grain, await grain.Execute(command), StatusCodes.Status200OK));

    public static Teleport TeleportOf(StrictObject body) => new(body.Id(SectorEntities.From), body.Id(SectorEntities.To));

    public static Dock DockOf(StrictObject body) => new(body.Id("port"));

    public static Land LandOf(StrictObject body) => new(body.Id("planet"));

    private static LogIn LogInOf(StrictObject body)
    {
        var username = body.Text("username", SectorChecks.LongestName, isNeeded: true);
        var team = body.OptionalId("team");
        if (body.Object("ship") is not { } ship)
        {
            body.Refuse("ship", "is missing; it is an object with id, name and type");
            return new(new(username, team, new("_", "", "")), null, null, null);
        }

        return new(
            new(username, team, UniverseDocument.Ship(ship)),
            body.OptionalId("startSector"),
            body.Whole("turns", 0, SectorChecks.MostTurns),
            body.OptionalId("session"));
    }

    private static MovePlayer MoveOf(StrictObject body) => new(body.Id("moveId"), body.Id(SectorEntities.To), body.Word<MoveVia>("via", SectorWire.Of));

    private async Task With<T>(
        HttpContext context, string universe, string player, bool isOptional, Func<StrictObject, T> read, Func<IPlayerGrain, T, Task> run)
        where T : class
    {
        var (entity, problem) = entities.Player(universe, player);
        T? command = null;
        if (problem is null)
        {
            (command, problem) = await RequestBody.Read(context, RequestBody.CommandBytes, "", isOptional, body =>
            {
                var value = read(body);
                body.Done();
                return value;
            });
        }

        await (problem is null ? run(grains.GetGrain<IPlayerGrain>(entity!.Key), command!) : problem.Write(context));
    }

    private static async Task Answer(HttpContext context, IPlayerGrain grain, CommandResult result, int status) =>
        await (result.Rejections is [var rejection, ..]
            ? SectorProblems.Of(rejection).Write(context)
            : Write(context, PlayerViews.Of(await grain.GetSnapshot()), status));

    private static Task Write<T>(HttpContext context, T view, int status) => CommandAnswers.Write(context, view, status);
}
