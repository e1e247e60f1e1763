using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class ArrivalsTests
{
    private static readonly SectorState Empty = SectorState.Initial("u1/1");

    [Fact]
    public void OfTwoWhoEnterAtOnce_TheSecondMeetsTheFirst()
    {
        var arrivals = new Arrivals();
        arrivals.Expect(Empty, Entry("ada"), 5, At(0));
        Assert.Empty(arrivals.Others(Empty, "ada", At(0)));

        arrivals.Expect(Empty, Entry("bob"), 9, At(0));

        Assert.Equal(["ada"], Names(arrivals, Empty, "bob"));
    }

    [Fact]
    public void OneWhoIsListed_IsMetOnce()
    {
        var arrivals = new Arrivals();
        arrivals.Expect(Empty, Entry("ada"), 5, At(0));
        var listed = Empty.Apply(new PlayerJoined(At(0), Entry("ada"), PresenceReason.Moved, 5));

        Assert.Equal(["ada"], Names(arrivals, listed, "bob"));
        arrivals.Hear("ada", 5);
        Assert.Equal(["ada"], Names(arrivals, listed, "bob"));
    }

    [Fact]
    public void OneWhoLeftSince_IsMetNoMore()
    {
        var arrivals = new Arrivals();
        arrivals.Expect(Empty, Entry("ada"), 5, At(0));
        arrivals.Hear("ada", 4);
        Assert.Equal(["ada"], Names(arrivals, Empty, "bob"));

        arrivals.Hear("ada", 6);

        Assert.Empty(Names(arrivals, Empty, "bob"));
    }

    [Fact]
    public void OneWhoseRecordHasTold_IsNotExpected()
    {
        var arrivals = new Arrivals();
        var left = Empty.Apply(new PlayerLeft(At(0), Entry("ada"), PresenceReason.Moved, false, 6));

        arrivals.Expect(left, Entry("ada"), 5, At(0));

        Assert.Empty(Names(arrivals, left, "bob"));
    }

    [Fact]
    public void OneWhoNeverComes_IsForgotten()
    {
        var arrivals = new Arrivals();
        arrivals.Expect(Empty, Entry("ada"), 5, At(0));

        Assert.Single(arrivals.Others(Empty, "bob", At(1)));
        Assert.Empty(arrivals.Others(Empty, "bob", At(1.1)));
    }

    private static IEnumerable<string> Names(Arrivals arrivals, SectorState sector, string but) => arrivals.Others(sector, but, At(0)).Select(entry => entry.PlayerId);
}
