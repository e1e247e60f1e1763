using System.Net;
using OrleansGameState.Gateway.Cluster;
using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Gateway.Tests.Cluster;

public sealed class ClusterViewsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Silo_ThatDoesNotAnswer_IsNamedAndTheOthersAreShown()
    {
        MembershipEntry[] members = [Member(1), Member(2)];
        SiloAnswer[] answers = [new(Address(1), null, [Grains("OrleansGameState.Grains.Territory.ZoneGrain,OrleansGameState.Grains", 1, 7)]), new(Address(2), null, null)];

        var view = ClusterViews.Of(Noon, true, members, answers, new([Told(Report(1), 1)]));

        Assert.Equal([Address(1).ToParsableString(), Address(2).ToParsableString()], view.Missing);
        var zones = Assert.Single(view.Grains);
        Assert.Equal(("ZoneGrain", true, 7), (zones.Grain, zones.IsOwn, zones.Total));
        Assert.Equal([100, null], view.Silos.Select(silo => silo.CallsPerSecond));
    }

    [Fact]
    public void Board_ThatDoesNotAnswer_LeavesTheMembershipToBeShown()
    {
        var view = ClusterViews.Of(Noon, false, [Member(1)], [], null);

        Assert.Equal(["membership", "board"], view.Missing);
        Assert.Equal("active", Assert.Single(view.Silos).Status);
        Assert.Empty(view.Processes);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void Silo_ThatIsDead_IsShownForAWhile(int minutes, bool isShown)
    {
        var view = ClusterViews.Of(Noon, true, [Member(1), Member(2, SiloStatus.Dead, minutes)], [], null);

        Assert.Equal(isShown ? ["active", "dead"] : ["active"], view.Silos.Select(silo => silo.Status));
    }

    [Fact]
    public void Silo_ThatWasStartedAnew_TakesItsPredecessorsPlace()
    {
        var view = ClusterViews.Of(Noon, true, [Member(1, SiloStatus.Dead, generation: 1), Member(1, generation: 2)], [], null);

        Assert.Equal("active", Assert.Single(view.Silos).Status);
    }

    [Fact]
    public void Process_ThatFellSilent_IsToldAsSuchAndFeedsNothing()
    {
        var report = Report(1) with { Feeds = [Feed("active")] };

        var view = ClusterViews.Of(Noon, true, [Member(1)], [], new([Told(report, 7)]));

        Assert.True(Assert.Single(view.Processes).IsSilent);
        Assert.Empty(view.Feeds);
        Assert.Null(Assert.Single(view.Silos).Process);
    }

    [Fact]
    public void Feed_OfTwoProcesses_IsThatOfItsHolder()
    {
        var view = ClusterViews.Of(Noon, true, [], [], new(
        [
            Told(Report(1) with { Process = "standby", Feeds = [Feed("standby")] }, 1),
            Told(Report(2) with { Process = "holder", Feeds = [Feed("active")] }, 1),
        ]));

        var feed = Assert.Single(view.Feeds);
        Assert.Equal(("holder", 10), (feed.Holder, feed.WorldId));
        Assert.Equal(["standby"], feed.Standbys);
    }

    [Fact]
    public void Method_OfTwoSilos_IsOne()
    {
        var view = ClusterViews.Of(Noon, true, [], [], new([Told(Report(1, 10, 2), 1), Told(Report(2, 30, 6), 1)]));

        var method = Assert.Single(view.Methods);
        Assert.Equal((40, 5.0, 6.0), (method.Calls, method.Mean, method.P99));
    }

    private static SiloAddress Address(int silo, int generation = 1) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11110 + silo), generation);

    private static MembershipEntry Member(int silo, SiloStatus status = SiloStatus.Active, int minutes = 0, int generation = 1) => new()
    {
        SiloAddress = Address(silo, generation),
        Status = status,
        SiloName = $"silo-{silo}",
        HostName = "host",
        StartTime = Noon.UtcDateTime,
        IAmAliveTime = Noon.AddMinutes(-minutes).UtcDateTime,
    };

    private static SimpleGrainStatistic Grains(string type, int silo, int count) => new() { GrainType = type, SiloAddress = Address(silo), ActivationCount = count };

    private static ProcessReport Report(int silo, int calls = 1, double milliseconds = 1) => new(
        $"host/{silo}",
        "host",
        silo,
        ["silo"],
        Noon,
        5,
        1000,
        new(
            Address(silo).ToParsableString(),
            $"silo-{silo}",
            100,
            [new("ZoneGrain", "Execute", calls, 0, TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds))],
            new("server", 0, TimeSpan.Zero, 0, null)),
        null,
        []);

    private static ProcessStanding Told(ProcessReport report, int secondsAgo) => new(report, TimeSpan.FromSeconds(secondsAgo));

    private static FeedStandingReport Feed(string state) => new("territory", 10, state, "holder", Noon, Noon, 4);
}
