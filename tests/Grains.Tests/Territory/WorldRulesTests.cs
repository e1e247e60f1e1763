using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class WorldRulesTests
{
    private static readonly WorldState World = WorldState.Initial("ps2/10");
    private static readonly ZoneSummary Zone = new(2, "Testland", ZoneStatus.Open, null, Start);

    [Fact]
    public void World_CommandedTwice_ChangesOnce()
    {
        WorldCommand[] commands = [new DescribeWorld("Miller"), new ReportOnline(true, Start), new ReportFeedHealth(false, Start, "silent"), new ReportFeedHealth(true, Start, "")];
        var world = World;
        foreach (var command in commands)
        {
            world = WorldRules.Decide(world, command, Start).Events.Aggregate(world, (state, @event) => state.Apply(@event));
            Assert.Empty(WorldRules.Decide(world, command, Start.AddHours(1)).Events);
        }

        Assert.Equal(("Miller", true, null), (world.Name, world.Online, world.DegradedSince));
    }

    [Fact]
    public void Text_ThatCannotBeStored_IsRefusedNamingTheField()
    {
        foreach (var text in new[] { "Mil\0ler", "Mil\uD83Cler" })
        {
            foreach (var (command, field) in new (WorldCommand, string)[] { (new DescribeWorld(text), "name"), (new ReportFeedHealth(false, Start, text), "reason") })
            {
                var decision = WorldRules.Decide(World, command, Start);

                Assert.Empty(decision.Events);
                var rejection = Assert.Single(decision.Rejections);
                Assert.Equal(("unstorable-text", field), (rejection.Code, rejection.Field));
                Assert.Contains("orld 10's", rejection.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void HealthyFeed_ReportedHealthy_IsNoEvent() =>
        Assert.Empty(WorldRules.Decide(World, new ReportFeedHealth(true, Start, ""), Start).Events);

    [Fact]
    public void DegradedFeed_KeepsWhenItBegan()
    {
        var world = World.Apply(new FeedDegraded(Start, "silent"));

        Assert.Empty(WorldRules.Decide(world, new ReportFeedHealth(false, Start.AddHours(1), "still silent"), Start).Events);
        Assert.Equal(Start, world.DegradedSince);
    }

    [Fact]
    public void Zone_ToldOfTwice_ChangesOnce()
    {
        var told = WorldRules.Decide(World, new ZoneReported(Start, Zone));
        var world = World.Apply(Assert.Single(told.Events));

        Assert.Equal(Zone, world.Zones[2]);
        Assert.Empty(WorldRules.Decide(world, new ZoneReported(Start.AddHours(1), Zone)).Events);
    }

    [Fact]
    public void Zone_OwesItsWorldTransitionsOnly()
    {
        var zone = ZoneState.Initial("ps2/10/2");
        var mapped = zone.Apply(new ZoneMapChanged(Start, Map));
        var open = mapped.Apply(new ZoneUnlocked(Start, null, LockCause.Map));
        var owned = open.Apply(new FacilityOwnerLearned(Start, Outpost, Faction.TerranRepublic, Start));

        Assert.IsType<ZoneReported>(WorldRules.OwedBy(zone, mapped, new ZoneMapChanged(Start, Map)));
        Assert.Equal(ZoneStatus.Open, Assert.IsType<ZoneReported>(WorldRules.OwedBy(mapped, open, new ZoneUnlocked(Start, null, LockCause.Map))).Zone.Status);
        Assert.Null(WorldRules.OwedBy(open, owned, new FacilityOwnerLearned(Start, Outpost, Faction.TerranRepublic, Start)));
        Assert.IsType<ZoneRemoved>(WorldRules.OwedBy(owned, owned.Apply(new ZoneRetired(Start)), new ZoneRetired(Start)));
    }

    [Fact]
    public void Directory_LearnsOfAWorldOnceAndOfItsNewName()
    {
        var directory = WorldDirectoryState.Initial("ps2");
        var listed = new WorldListed(Start, 10, "Miller");
        var after = directory.Apply(Assert.Single(WorldDirectoryRules.Decide(directory, listed).Events));

        Assert.Empty(WorldDirectoryRules.Decide(after, listed).Events);
        Assert.Single(WorldDirectoryRules.Decide(after, listed with { Name = "Wainwright" }).Events);
    }

    [Theory]
    [InlineData("ps2/0")]
    [InlineData("ps2/x")]
    [InlineData("ps2/10/2/3")]
    [InlineData("ps2/010/2")]
    [InlineData("ps2/10/")]
    public void KeyThatIsNotOfThisSystem_HasNoState(string key)
    {
        Assert.Throws<ArgumentException>(() => ZoneState.Initial(key));
        Assert.Throws<ArgumentException>(() => WorldState.Initial(key));
    }

    [Fact]
    public void Captures_AreCountedForAnHourByTheGamesTime()
    {
        var tally = new CaptureTally();
        tally.Add(Faction.VanuSovereignty, Start, Start);
        tally.Add(Faction.VanuSovereignty, Start.AddMinutes(30), Start.AddMinutes(30));
        tally.Add(Faction.TerranRepublic, Start.AddHours(-2), Start);

        Assert.Equal(2, tally.LastHour(Start.AddMinutes(59))[Faction.VanuSovereignty]);
        Assert.Equal(1, tally.LastHour(Start.AddMinutes(61))[Faction.VanuSovereignty]);
        Assert.Equal(0, tally.LastHour(Start)[Faction.TerranRepublic]);
    }
}
