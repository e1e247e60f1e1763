using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class CaptureGatheringTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CaptureGathering _gathering = new(new FactionCache(100), Patience);

    [Fact]
    public void Capture_TwoSecondsAfterItsFirstMessage_AsksForUnknownFactions()
    {
        Add(1, Start);
        Add(2, Start.AddSeconds(1.5));
        Add(2, Start.AddSeconds(1.6));

        Assert.Empty(_gathering.Close(Start.AddSeconds(1.9)));
        Assert.Equal([1, 2], _gathering.Close(Start.AddSeconds(2)).Order());
        Assert.Empty(_gathering.Take(Start.AddSeconds(2)));
    }

    [Fact]
    public void Capture_WhoseFactionsAreLearned_IsReportedOnceWithEachPlayerOnce()
    {
        Add(1, Start);
        Add(1, Start);
        Add(2, Start);
        _gathering.Close(Start.AddSeconds(2));

        _gathering.Learn(new Dictionary<long, Faction> { [1] = Faction.NewConglomerate }, [1, 2]);

        var (capture, report) = Assert.Single(_gathering.Take(Start.AddSeconds(2)));
        Assert.Equal((10, 2u), (capture.WorldId, capture.ZoneId));
        Assert.Equal([new(1, Faction.NewConglomerate), new(2, Faction.None)], report.Characters.AsEnumerable());
        Assert.Empty(_gathering.Take(Start.AddHours(1)));
    }

    [Fact]
    public void Capture_WhoseLookUpNeverAnswers_IsReportedWithoutFactions()
    {
        Add(1, Start);
        _gathering.Close(Start.AddSeconds(2));

        Assert.Empty(_gathering.Take(Start.AddSeconds(11)));
        var (_, report) = Assert.Single(_gathering.Take(Start.AddSeconds(12)));
        Assert.Equal([new(1, Faction.None)], report.Characters.AsEnumerable());
    }

    [Fact]
    public void Capture_OfKnownCharacters_AsksForNobody()
    {
        _gathering.Learn(new Dictionary<long, Faction> { [1] = Faction.TerranRepublic }, []);
        Add(1, Start);

        Assert.Empty(_gathering.Close(Start.AddSeconds(2)));
        Assert.Single(_gathering.Take(Start.AddSeconds(2)));
    }

    [Fact]
    public void Cache_ThatIsFull_ForgetsTheLeastRecentlyUsed()
    {
        var cache = new FactionCache(2);
        cache.Remember(1, Faction.VanuSovereignty);
        cache.Remember(2, Faction.VanuSovereignty);
        cache.Find(1);

        cache.Remember(3, Faction.VanuSovereignty);

        Assert.NotNull(cache.Find(1));
        Assert.Null(cache.Find(2));
        Assert.NotNull(cache.Find(3));
    }

    private void Add(long characterId, DateTimeOffset at) => _gathering.Add(new(10, 2, 77, characterId, Start), at);
}
