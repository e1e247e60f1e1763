using System.Text;
using System.Text.Json;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Subscription_NamesItsWorldsAndEvents()
    {
        using var frame = JsonDocument.Parse(new Subscription([10, 1], TerritorySettings.EventNames).Text);

        Assert.Equal("subscribe", frame.RootElement.GetProperty("action").GetString());
        Assert.Equal(["1", "10"], frame.RootElement.GetProperty("worlds").EnumerateArray().Select(world => world.GetString()));
        Assert.Equal(["all"], frame.RootElement.GetProperty("characters").EnumerateArray().Select(id => id.GetString()));
        Assert.True(frame.RootElement.GetProperty("logicalAndCharactersWithWorlds").GetBoolean());
    }

    [Theory]
    [InlineData("""["1","10"]""", """["MetagameEvent","FacilityControl","PlayerFacilityCapture","ContinentLock"]""", true)]
    [InlineData("""["10"]""", """["MetagameEvent","FacilityControl","PlayerFacilityCapture","ContinentLock"]""", false)]
    [InlineData("""["1","10","13"]""", """["MetagameEvent","FacilityControl","PlayerFacilityCapture","ContinentLock"]""", false)]
    [InlineData("""["1","10"]""", """["FacilityControl"]""", false)]
    [InlineData("[]", "[]", false)]
    public void Echo_OfAnythingElse_Differs(string worlds, string eventNames, bool isRight)
    {
        var frame = $$$"""{"subscription":{"characterCount":0,"eventNames":{{{eventNames}}},"logicalAndCharactersWithWorlds":true,"worlds":{{{worlds}}}}}""";
        var echo = Assert.IsType<SubscriptionEcho>(PushParser.Parse(Encoding.UTF8.GetBytes(frame)).Message);

        Assert.Equal(isRight, new Subscription([1, 10], TerritorySettings.EventNames).IsEchoedBy(echo));
    }

    [Fact]
    public void Watch_AfterARightEcho_VerifiesInFiveMinutes()
    {
        var watch = SubscriptionWatch.Connected(Start);
        Assert.True(watch.IsDue(Start));

        watch = watch.Sent(Start).Echoed(true, Start);

        Assert.False(watch.IsDue(Start.AddMinutes(5).AddSeconds(-1)));
        Assert.True(watch.IsDue(Start.AddMinutes(5)));
        Assert.False(watch.IsHopeless(Start.AddMinutes(5)));
    }

    [Fact]
    public void Watch_AfterAWrongEcho_SubscribesAtOnceAndThenMorePatiently()
    {
        var watch = SubscriptionWatch.Connected(Start).Sent(Start).Echoed(false, Start);
        Assert.True(watch.IsDue(Start));

        watch = watch.Sent(Start).Echoed(false, Start);

        Assert.False(watch.IsDue(Start));
        Assert.True(watch.IsDue(Start.AddSeconds(2)));
    }

    [Fact]
    public void Watch_WithoutAnEcho_GivesTheConnectionUp()
    {
        var watch = SubscriptionWatch.Connected(Start).Sent(Start);

        Assert.False(watch.IsHopeless(Start.AddSeconds(29)));
        Assert.True(watch.IsHopeless(Start.AddSeconds(30)));
        Assert.False(SubscriptionWatch.Disconnected.IsHopeless(Start.AddHours(1)));
    }
}
