using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Tests.Realtime;

[Collection(SharedGateway.Name)]
public sealed class WebSocketTests(SharedGateway shared)
{
    [Fact]
    public async Task Subscribe_WhileTheZoneIsFoughtOver_GetsASnapshotThenEverySequenceOnce()
    {
        await Continent.Settle(shared.Host, 201);
        await using var client = await RealtimeClient.Connect(shared.Host);

        var fight = Continent.Fight(shared.Host, 201, 200);
        var snapshot = await client.Ask("""{"op":"subscribe","topic":"territory/201/2"}""");
        var latest = await fight;

        Assert.Equal("snapshot", Op(snapshot));
        Assert.Equal(snapshot.GetProperty("sequence").GetInt64(), snapshot.GetProperty("data").GetProperty("sequence").GetInt64());
        await AssertDeltas(client, snapshot.GetProperty("sequence").GetInt64(), latest);
    }

    [Fact]
    public async Task Subscribe_AfterASequence_GetsWhatWasMissedAndWhatComes()
    {
        var settled = await Continent.Settle(shared.Host, 202);
        await Continent.Fight(shared.Host, 202, 5);
        await using var client = await RealtimeClient.Connect(shared.Host);

        var answer = await client.Ask(string.Create(CultureInfo.InvariantCulture, $$"""{"op":"subscribe","topic":"territory/202/2","after":{{settled}}}"""));
        var latest = await Continent.Fight(shared.Host, 202, 5, first: 6);

        Assert.Equal("subscribed", Op(answer));
        Assert.Equal(settled, answer.GetProperty("sequence").GetInt64());
        await AssertDeltas(client, settled, latest);
    }

    [Theory]
    [InlineData(203, 100_000)]
    [InlineData(204, 0)]
    public async Task Subscribe_AfterWhatCannotBeResumed_GetsASnapshot(int worldId, long after)
    {
        await Continent.Settle(shared.Host, worldId);
        if (after == 0)
        {
            await Continent.Fight(shared.Host, worldId, 1000);
        }

        await using var client = await RealtimeClient.Connect(shared.Host);
        var answer = await client.Ask(string.Create(CultureInfo.InvariantCulture, $$"""{"op":"subscribe","topic":"territory/{{worldId}}/2","after":{{after}}}"""));

        Assert.Equal("snapshot", Op(answer));
    }

    [Fact]
    public async Task World_WhenItIsDescribed_TellsItsWatchers()
    {
        await shared.Host.World(205).Execute(new DescribeWorld("Before"));
        await using var client = await RealtimeClient.Connect(shared.Host);
        var snapshot = await client.Ask("""{"op":"subscribe","topic":"territory/205"}""");

        await shared.Host.World(205).Execute(new DescribeWorld("After"));
        var delta = await client.Receive();

        Assert.Equal("Before", snapshot.GetProperty("data").GetProperty("name").GetString());
        Assert.Equal("worldDescribed", delta.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal("After", delta.GetProperty("event").GetProperty("name").GetString());
    }

    [Fact]
    public async Task System_WhenAZoneLocks_AnnouncesIt()
    {
        await Continent.Settle(shared.Host, 206);
        await using var client = await RealtimeClient.Connect(shared.Host);
        var answer = await client.Ask("""{"op":"subscribe","topic":"territory"}""");

        await shared.Host.Zone(206, 2).Execute(new ReportContinentLock(Continent.Noon.AddMinutes(1), Faction.TerranRepublic, null, null, null));
        JsonElement announcement;
        do
        {
            announcement = await client.Receive();
        }
        while (announcement.GetProperty("key").GetString() != "206/2" || announcement.GetProperty("event").GetProperty("type").GetString() != "zoneLocked");

        Assert.Equal("subscribed", Op(answer));
        Assert.Equal("announcement", Op(announcement));
        Assert.Equal(3, announcement.GetProperty("event").GetProperty("faction").GetInt32());
    }

    [Fact]
    public async Task Unsubscribe_EndsTheDeltas()
    {
        await Continent.Settle(shared.Host, 207);
        await using var client = await RealtimeClient.Connect(shared.Host);
        await client.Ask("""{"op":"subscribe","topic":"territory/207/2"}""");

        var ended = await client.Ask("""{"op":"unsubscribe","topic":"territory/207/2"}""");
        await Continent.Fight(shared.Host, 207, 3);
        var pong = await client.Ask("""{"op":"ping"}""");
        var again = await client.Ask("""{"op":"unsubscribe","topic":"territory/207/2"}""");

        Assert.Equal("unsubscribed", Op(ended));
        Assert.Equal("pong", Op(pong));
        Assert.Equal("not-subscribed", again.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Topics_ListsTheSystemAndItsEntities()
    {
        await Continent.Settle(shared.Host, 208);
        await shared.Host.Delivered(shared.Host.Zone(208, 2));
        await shared.Host.Delivered(shared.Host.World(208));
        await using var client = await RealtimeClient.Connect(shared.Host);

        var topics = (await client.Ask("""{"op":"topics"}""")).GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()).ToArray();

        Assert.Contains("territory", topics);
        Assert.Contains("territory/208", topics);
        Assert.Contains("territory/208/2", topics);
    }

    [Theory]
    [InlineData("{", "bad-json", "")]
    [InlineData("[1]", "wrong-type", "")]
    [InlineData("{}", "missing-field", "op")]
    [InlineData("""{"op":7}""", "wrong-type", "op")]
    [InlineData("""{"op":"dance"}""", "unknown-op", "op")]
    [InlineData("""{"op":"subscribe"}""", "missing-field", "topic")]
    [InlineData("""{"op":"subscribe","topic":[]}""", "wrong-type", "topic")]
    [InlineData("""{"op":"subscribe","topic":"weather/1"}""", "unknown-topic", "topic")]
    [InlineData("""{"op":"subscribe","topic":"territory/1/2/3"}""", "unknown-topic", "topic")]
    [InlineData("""{"op":"subscribe","topic":"territory/998/2"}""", "unknown-topic", "topic")]
    [InlineData("""{"op":"subscribe","topic":"territory/998/2","after":4}""", "unknown-topic", "topic")]
    [InlineData("""{"op":"subscribe","topic":"territory/1/2","after":"4"}""", "wrong-type", "after")]
    [InlineData("""{"op":"subscribe","topic":"territory/1/2","after":-4}""", "out-of-range", "after")]
    [InlineData("""{"op":"subscribe","topic":"territory/1/2","after":1.5}""", "out-of-range", "after")]
    public async Task Message_ThatIsWrong_IsToldWhatWasWrongAndTheConnectionStays(string message, string code, string field)
    {
        await using var client = await RealtimeClient.Connect(shared.Host);

        var error = await client.Ask(message);
        var pong = await client.Ask("""{"op":"ping"}""");

        Assert.Equal("error", Op(error));
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal("pong", Op(pong));
    }

    [Fact]
    public async Task Message_Binary_IsAnError()
    {
        await using var client = await RealtimeClient.Connect(shared.Host);

        await client.SendPart([1, 2, 3], WebSocketMessageType.Binary, true);

        Assert.Equal("binary-message", (await client.Receive()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Message_InFragmentsOfExactlyTheLimit_IsTaken()
    {
        await using var client = await RealtimeClient.Connect(shared.Host);
        var message = Encoding.UTF8.GetBytes("""{"op":"ping"}""".PadRight(64 * 1024));

        await client.SendPart(message[..40_000], WebSocketMessageType.Text, false);
        await client.SendPart(message[40_000..], WebSocketMessageType.Text, true);

        Assert.Equal("pong", Op(await client.Receive()));
    }

    [Fact]
    public async Task Message_OverTheLimitInFragments_ClosesTheConnectionAsTooBig()
    {
        await using var client = await RealtimeClient.Connect(shared.Host);

        await client.SendPart(new byte[40_000], WebSocketMessageType.Text, false);
        await client.SendPart(new byte[40_000], WebSocketMessageType.Text, false);

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await client.ReceiveClose());
    }

    [Fact]
    public async Task Subscribe_ToMoreThanAHundredTopics_IsRefused()
    {
        await using var client = await RealtimeClient.Connect(shared.Host);
        await Task.WhenAll(Enumerable.Range(1, 101).Select(zoneId => shared.Host.Zone(209, (uint)zoneId).Execute(new LearnMap(Continent.Map)).AsTask()));
        for (var zoneId = 1; zoneId <= 100; zoneId++)
        {
            Assert.Equal("snapshot", Op(await client.Ask($$"""{"op":"subscribe","topic":"territory/209/{{zoneId}}"}""")));
        }

        var refused = await client.Ask("""{"op":"subscribe","topic":"territory/209/101"}""");

        Assert.Equal("too-many-topics", refused.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("null", false)]
    [InlineData(null, true)]
    [InlineData("same", true)]
    public async Task Connect_FromAnOrigin_IsCheckedAgainstTheHost(string? origin, bool allowed)
    {
        var connecting = RealtimeClient.Connect(shared.Host, origin == "same" ? shared.Host.Http.GetLeftPart(UriPartial.Authority) : origin);

        if (allowed)
        {
            await using var client = await connecting;
            Assert.Equal("pong", Op(await client.Ask("""{"op":"ping"}""")));
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        }
    }

    private static string? Op(JsonElement message) => message.GetProperty("op").GetString();

    private static async Task AssertDeltas(RealtimeClient client, long after, long latest)
    {
        for (var sequence = after + 1; sequence <= latest; sequence++)
        {
            var delta = await client.Receive();
            Assert.Equal("delta", Op(delta));
            Assert.Equal(sequence, delta.GetProperty("sequence").GetInt64());
        }
    }
}
