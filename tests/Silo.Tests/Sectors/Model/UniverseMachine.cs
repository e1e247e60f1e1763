using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>Any sequence of steps, chosen so that most of them are possible.</summary>
internal sealed class UniverseMachine(int steps) : Machine<UniverseUnderTest, UniverseModel>(steps)
{
    private const int Pause = 100;
    private const int PointsOfAMove = 30;

    private static readonly string[] Players = ["anna", "ben", "cleo"];
    private static readonly string[] Sectors = ["1", "2", "3", "4", "5", "6"];

    public override Arbitrary<Setup<UniverseUnderTest, UniverseModel>> Setup => Arb.From(Gen.Constant<Setup<UniverseUnderTest, UniverseModel>>(new Beginning()));

    public override TearDown<UniverseUnderTest> TearDown => new End();

    public override Gen<Operation<UniverseUnderTest, UniverseModel>> Next(UniverseModel model) =>
        from step in Step(model)
        from settles in Gen.Choose(0, 2)
        select (Operation<UniverseUnderTest, UniverseModel>)step.Settling(settles == 0);

    private static Gen<Step> Step(UniverseModel model)
    {
        var player = Gen.Elements(model.Players.Count > 3 ? [.. model.Players.Keys] : Players);
        var id = $"m{model.Steps}";
        var move =
            from name in player
            from to in Destination(model[name].Sector)
            from via in Gen.Frequency((6, Gen.Constant<MoveVia?>(null)), (1, Gen.Constant<MoveVia?>(MoveVia.Warp)), (1, Gen.Constant<MoveVia?>(MoveVia.Tunnel)))
            select (Name: name, Move: new MovePlayer(id, to, via));
        return Gen.Frequency(
            (model.Players.IsEmpty ? 20 : 3, player.Select(Model.Step.LogIn)),
            (1, player.Select(Model.Step.LogOut)),
            (1, player.Select(Model.Step.Heartbeat)),
            (10, move.Select(chosen => Model.Step.Move(chosen.Name, chosen.Move))),
            (6, from chosen in move from point in Gen.Choose(1, PointsOfAMove) select Model.Step.CrashInMove(chosen.Name, chosen.Move, point)),
            (3, from name in player from number in Gen.Choose(0, 9) select Model.Step.Retry(name, number)),
            (1, from name in player from number in Gen.Choose(0, 9) select Model.Step.Reuse(name, number)),
            (2, from name in player from to in Gen.Elements(Sectors) select Model.Step.Teleport(name, model[name].Sector.Length > 0 ? model[name].Sector : SectorWorld.Start, to)),
            (1, from name in player from wrong in Gen.Elements(Sectors) select Model.Step.Teleport(name, wrong, SectorWorld.Nowhere)),
            (3, Gen.Choose(1, 5).Select(times => Model.Step.Wait(times * Pause))),
            (2, Gen.Constant(Model.Step.Sweep())),
            (1, Gen.Constant(Model.Step.Crash())),
            (2, Gen.Elements(Sectors).Select(to => Model.Step.Crowd(id, to))),
            (2, Gen.Elements(SectorWorld.Brink, SectorWorld.Narrow, SectorWorld.Far).Select(to => Model.Step.Race(id, to))));
    }

    // Mostly somewhere that can be reached.
    private static Gen<string> Destination(string from)
    {
        var chart = SectorWorld.Draft.Sectors.FirstOrDefault(chart => chart.Id == from);
        var near = chart is null ? Sectors : chart.Links.Concat(chart.Tunnels).Select(link => link.To).ToArray();
        return Gen.Frequency((6, Gen.Elements(near)), (1, Gen.Elements([.. Sectors, SectorWorld.Nowhere])));
    }

    private sealed class Beginning : Setup<UniverseUnderTest, UniverseModel>
    {
        public override UniverseUnderTest Actual() => Task.Run(UniverseUnderTest.StartAsync).GetAwaiter().GetResult();

        public override UniverseModel Model() => UniverseModel.Empty;
    }

    private sealed class End : TearDown<UniverseUnderTest>
    {
        public override void Actual(UniverseUnderTest actual) => Task.Run(async () => await actual.DisposeAsync()).GetAwaiter().GetResult();
    }
}
