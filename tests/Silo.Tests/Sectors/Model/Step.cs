using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>One thing that is done to the model and to the universe, which must answer alike.</summary>
internal sealed class Step(
    string text, Func<UniverseModel, UniverseModel> run, Func<UniverseUnderTest, UniverseModel, Task<string>> act, Func<UniverseModel, bool>? isPossible = null)
    : Operation<UniverseUnderTest, UniverseModel>
{
    // The whole of a run's clock; before it is over no sweep comes by itself.
    private const int LastSecond = 3_500;

    private bool _settles;

    public static Step LogIn(string player) => new($"{player} logs in", model => model.LogIn(player), (universe, _) => universe.LogInAsync(player));

    public static Step LogOut(string player) => new($"{player} logs out", model => model.LogOut(player), (universe, _) => universe.ExecuteAsync(player, new LogOut()));

    public static Step Heartbeat(string player) => new($"{player} is there", model => model.Heartbeat(player), (universe, _) => universe.ExecuteAsync(player, new Heartbeat()));

    public static Step Teleport(string player, string from, string to) =>
        new($"{player} is put from {from} to {to}", model => model.Teleport(player, from, to), (universe, _) => universe.ExecuteAsync(player, new Teleport(from, to)));

    public static Step Move(string player, MovePlayer move) =>
        new($"{player} moves {Text(move)}", model => model.Move(player, move.MoveId, move.To, move.Via), (universe, _) => universe.MoveAsync(player, move, isRepeat: false));

    public static Step CrashInMove(string player, MovePlayer move, int point) => new(
        $"{player} moves {Text(move)}, through a crash at point {point}",
        model => model.Move(player, move.MoveId, move.To, move.Via),
        (universe, _) => universe.MoveThroughACrashAsync(player, move, point));

    public static Step Retry(string player, int number) => new(
        $"{player} asks for move {number} again",
        model => Earlier(model, player, number) is var move ? model.Move(player, move.Id, move.To, move.Via) : model,
        (universe, model) => Earlier(model, player, number) is var move ? universe.MoveAsync(player, new(move.Id, move.To, move.Via), isRepeat: true) : null!,
        model => !model[player].Moves.IsEmpty);

    public static Step Reuse(string player, int number) => new(
        $"{player} takes the id of move {number} for another",
        model => model.Move(player, Earlier(model, player, number).Id, SectorWorld.Nowhere, MoveVia.Warp),
        (universe, model) => universe.MoveAsync(player, new(Earlier(model, player, number).Id, SectorWorld.Nowhere, MoveVia.Warp)),
        model => !model[player].Moves.IsEmpty && Earlier(model, player, number).To != SectorWorld.Nowhere);

    public static Step Wait(int seconds) =>
        new($"{seconds} s pass", model => model.Wait(seconds), (universe, _) => universe.WaitAsync(seconds), model => model.Now + seconds < LastSecond);

    public static Step Sweep() => new("a sweep", model => model.Sweep(), (universe, _) => universe.SweepAsync());

    public static Step Crash() => new("a crash", model => model with { Said = "", Steps = model.Steps + 1 }, (universe, _) => universe.CrashAsync());

    public static Step Crowd(string id, string to) => new(
        $"all warp to {to}",
        model => model.Crowd(id, to),
        (universe, model) => universe.CrowdAsync(model.Players.Keys, new(id, to, MoveVia.Warp)));

    public static Step Race(string id, string to) => new(
        $"two race to {to}",
        model => model.Race($"{id}a", $"{id}b", id, to),
        (universe, _) => universe.RaceAsync($"{id}a", $"{id}b", new(id, to, null)));

    /// <summary>Waits afterwards until nothing is owed, and looks at the sectors' lists as well.</summary>
    public Step Settling(bool settles)
    {
        _settles = settles;
        return this;
    }

    public override bool Pre(UniverseModel model) => isPossible?.Invoke(model) ?? true;

    public override UniverseModel Run(UniverseModel model) => run(model);

    public override Property Check(UniverseUnderTest actual, UniverseModel model)
    {
        // FsCheck knows of no awaiting.
        Task.Run(() => CheckAsync(actual, model)).GetAwaiter().GetResult();
        return Prop.ToProperty(true);
    }

    public override string ToString() => _settles ? $"{text}, and all settles" : text;

    private async Task CheckAsync(UniverseUnderTest actual, UniverseModel model)
    {
        var said = await act(actual, model);
        Assert.True(said == model.Said, $"{text}: [{said}], and by the model [{model.Said}]");
        var broken = await actual.BrokenAsync(model, _settles);
        Assert.True(broken.Count == 0, $"after {this}: {string.Join("; ", broken)}");
    }

    private static ModelMove Earlier(UniverseModel model, string player, int number) => model[player].Moves[number % model[player].Moves.Count];

    private static string Text(MovePlayer move) => $"to {move.To} by {move.Via?.ToString() ?? "any way"} ({move.MoveId})";
}
