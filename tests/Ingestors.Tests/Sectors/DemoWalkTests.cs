using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Ingestors.Sectors;

namespace OrleansGameState.Ingestors.Tests.Sectors;

public sealed class DemoWalkTests
{
    private const int Often = 2_000;

    private static readonly SectorChart Harbour = new(
        "1", "Harbour", SectorTypes.Standard, 0, SectorDefenses.None, null, [new("port", "Port")], [new("planet", "Planet")], [new("2", 1), new("3", 1)], [new("9", 2)], null, IsStub: false);

    private static readonly PlayerState Present = PlayerState.Initial("demo/player/demo-01") with
    {
        Profile = DemoCrew.ProfileOf(0),
        Sector = "1",
        IsPresent = true,
        IsActive = true,
        Turns = 500,
    };

    [Fact]
    public void Walk_InASector_DoesWhatCanBeDoneThere_AndMostlyGoesOn()
    {
        var acts = Acts(Present, Harbour, null);

        Assert.All(acts.Select(act => act.Move).OfType<MovePlayer>(), move => Assert.Equal(("demo-17", true), (move.MoveId, move.To is "2" or "3" or "9")));
        Assert.All(acts.Select(act => act.Command).OfType<Dock>(), dock => Assert.Equal("port", dock.PortId));
        Assert.All(acts.Select(act => act.Command).OfType<Land>(), land => Assert.Equal("planet", land.PlanetId));
        Assert.Contains(acts, act => act.Move?.To == "9");
        Assert.Contains(acts, act => act.Command is LogOut);
        Assert.InRange(acts.Count(act => act.Move is not null), Often / 2, Often);
    }

    [Fact]
    public void Walk_WhereThereIsAnotherWay_DoesNotTurnBack()
    {
        Assert.DoesNotContain(Acts(Present, Harbour, "2"), act => act.Move?.To == "2");
        Assert.Contains(Acts(Present, Harbour with { Links = [new("2", 1)], Tunnels = [] }, "2"), act => act.Move?.To == "2");
    }

    [Fact]
    public void Walk_InASectorWithoutWaysOrChart_GoesNowhere()
    {
        Assert.DoesNotContain(Acts(Present, Harbour with { Links = [], Tunnels = [] }, null), act => act.Move is not null);
        Assert.All(Acts(Present, null, null), act => Assert.True(act.Command is Heartbeat or LogOut, $"{act}"));
    }

    [Fact]
    public void Walk_OfOneAtRest_StaysOrDeparts()
    {
        Assert.Equal([typeof(Heartbeat), typeof(Undock)], Kinds(Acts(Present with { PortId = "port" }, Harbour, null)));
        Assert.Equal([typeof(Heartbeat), typeof(TakeOff)], Kinds(Acts(Present with { PlanetId = "planet" }, Harbour, null)));
    }

    [Fact]
    public void Walk_OfOneWithFewTurns_GetsMore() =>
        Assert.All(Acts(Present with { Turns = 3 }, Harbour, null), act => Assert.True(act.Command is LogIn { Turns: > 100 }, $"{act}"));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Walk_OfOneWhoIsAway_LogsInNowAndThen(bool isPresent, bool isActive)
    {
        var away = Present with { IsPresent = isPresent, IsActive = isActive };
        var acts = Acts(away, Harbour, null);

        Assert.All(acts, act => Assert.Equal(Present.Profile, Assert.IsType<LogIn>(act.Command).Profile));
        Assert.InRange(acts.Length, Often / 5, Often * 4 / 5);
    }

    [Fact]
    public void Walk_OfTheSameSeed_IsTheSame() => Assert.Equal(Acts(Present, Harbour, null), Acts(Present, Harbour, null));

    [Fact]
    public void Crew_HasNamesAndShipsOfItsOwn()
    {
        var profiles = Enumerable.Range(0, 200).Select(DemoCrew.ProfileOf).ToArray();

        Assert.Equal(200, profiles.DistinctBy(profile => profile.Username).Count());
        Assert.Equal(200, profiles.DistinctBy(profile => profile.Ship.Id).Count());
        Assert.All(Enumerable.Range(0, 200), number => Assert.True(SectorKeys.IsId(DemoCrew.IdOf(number))));
    }

    private static DemoAct[] Acts(PlayerState player, SectorChart? chart, string? cameFrom)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, Often).Select(_ => DemoWalk.Next(player, 17, chart, cameFrom, random)).OfType<DemoAct>()];
    }

    private static IEnumerable<Type> Kinds(IEnumerable<DemoAct> acts) => acts.Select(act => act.Command!.GetType()).Distinct().OrderBy(kind => kind.Name, StringComparer.Ordinal);
}
