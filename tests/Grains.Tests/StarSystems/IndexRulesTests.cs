using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;
using static OrleansGameState.Grains.Tests.StarSystems.SystemStory;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class IndexRulesTests
{
    [Fact]
    public void FirstObservation_EntersNameAndFactions()
    {
        var story = new SystemStory();

        story.See(Seen(0, Faction("Ålesund Co", 0.6m), Faction("B", 0.4m)));

        Assert.Equal(
            [
                new Owed("elite/name/gliese 9539", new NameTaken(Start, "Gliese 9539", Address)),
                new Owed("elite/faction/b", new FactionEntered(Start, "B", Address, "Gliese 9539")),
                new Owed("elite/faction/ålesund co", new FactionEntered(Start, "Ålesund Co", Address, "Gliese 9539")),
            ],
            story.Owed);
    }

    [Fact]
    public void FactionsThatComeAndLeave_AreTold()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m), Faction("B", 0.4m)));
        story.Owed.Clear();

        story.See(Seen(60, Faction("A", 0.6m), Faction("C", 0.4m)));

        Assert.Equal(
            [
                new Owed("elite/faction/c", new FactionEntered(Start.AddMinutes(60), "C", Address, "Gliese 9539")),
                new Owed("elite/faction/b", new FactionLeft(Start.AddMinutes(60), Address)),
            ],
            story.Owed);
    }

    [Fact]
    public void Rename_GivesTheOldNameUp_AndTellsTheFactions()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m), Faction("B", 0.4m)));
        story.Owed.Clear();

        story.See(Seen(60, Faction("A", 0.6m), Faction("B", 0.4m)) with { Name = "New Hope" });

        Assert.Equal(["elite/name/new hope", "elite/name/gliese 9539", "elite/faction/a", "elite/faction/b"], story.Owed.Select(owed => owed.Target));
        Assert.Equal("New Hope", Assert.IsType<FactionEntered>(story.Owed[^1].Event).System);
    }

    [Fact]
    public void OtherSpelling_IsOneIntentATarget()
    {
        var story = new SystemStory();
        story.See(Seen(0, Faction("A", 0.6m), Faction("B", 0.4m)));
        story.Owed.Clear();

        story.See(Seen(60, Faction("a", 0.6m), Faction("B", 0.4m)) with { Name = "GLIESE 9539" });

        Assert.Distinct(story.Owed.Select(owed => owed.Target));
        Assert.Equal(["elite/name/gliese 9539", "elite/faction/b", "elite/faction/a"], story.Owed.Select(owed => owed.Target));
    }

    [Fact]
    public void Faction_KnowsItsSystems_AndTakesARepeatAsNothing()
    {
        var faction = MinorFactionState.Initial("elite/faction/bluestar pmc");
        var entered = new FactionEntered(Start, "Bluestar PMC", 7, "Dakshmandi");

        faction = Assert.Single(IndexRules.Decide(faction, entered).Events) is { } first ? faction.Apply(first) : faction;

        Assert.Empty(IndexRules.Decide(faction, entered).Events);
        Assert.Single(IndexRules.Decide(faction, entered with { System = "Renamed" }).Events);
        Assert.Empty(IndexRules.Decide(faction, new FactionLeft(Start, 8)).Events);
        Assert.Empty(faction.Apply(Assert.Single(IndexRules.Decide(faction, new FactionLeft(Start, 7)).Events)).Systems);
        Assert.Empty(IndexRules.Decide(faction, new NameTaken(Start, "x", 1)).Events);
    }

    [Fact]
    public void Name_KnowsItsSystems_AndTakesARepeatAsNothing()
    {
        var name = SystemNameState.Initial("elite/name/sol");
        var taken = new NameTaken(Start, "Sol", 7);

        name = Assert.Single(IndexRules.Decide(name, taken).Events) is { } first ? name.Apply(first) : name;

        Assert.Empty(IndexRules.Decide(name, taken).Events);
        Assert.Single(IndexRules.Decide(name, taken with { SystemAddress = 8 }).Events);
        Assert.Empty(IndexRules.Decide(name, new NameGivenUp(Start, 8)).Events);
        Assert.Empty(name.Apply(Assert.Single(IndexRules.Decide(name, new NameGivenUp(Start, 7)).Events)).Systems);
        Assert.Empty(IndexRules.Decide(name, new FactionLeft(Start, 1)).Events);
    }
}
