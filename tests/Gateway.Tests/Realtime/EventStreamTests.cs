using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.Realtime;

[Collection(SharedGateway.Name)]
public sealed class EventStreamTests(SharedGateway shared)
{
    [Fact]
    public async Task Stream_OfAZone_IsASnapshotThenEverySequenceOnce()
    {
        await Continent.Settle(shared.Host, 301);
        await using var events = await Open("/api/v1/territory/worlds/301/zones/2/stream", null);
        await events.MoveNextAsync();
        var snapshot = events.Current;

        var latest = await Continent.Fight(shared.Host, 301, 10);

        Assert.Equal("snapshot", snapshot.EventType);
        Assert.Equal(snapshot.EventId, JsonDocument.Parse(snapshot.Data).RootElement.GetProperty("sequence").GetRawText());
        await AssertDeltas(events, long.Parse(snapshot.EventId!, CultureInfo.InvariantCulture), latest);
    }

    [Theory]
    [InlineData(302, true)]
    [InlineData(303, false)]
    public async Task Stream_WithALastId_ResumesAfterIt(int worldId, bool header)
    {
        var settled = await Continent.Settle(shared.Host, worldId);
        var latest = await Continent.Fight(shared.Host, worldId, 6);
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/v1/territory/worlds/{worldId}/zones/2/stream");

        await using var events = header
            ? await Open(path, settled)
            : await Open(string.Create(CultureInfo.InvariantCulture, $"{path}?after={settled}"), null);

        await AssertDeltas(events, settled, latest);
    }

    private static async Task AssertDeltas(IAsyncEnumerator<SseItem<string>> events, long after, long latest)
    {
        for (var sequence = after + 1; sequence <= latest; sequence++)
        {
            Assert.True(await events.MoveNextAsync());
            Assert.Equal("delta", events.Current.EventType);
            Assert.Equal(sequence.ToString(CultureInfo.InvariantCulture), events.Current.EventId);
        }
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> Open(string path, long? lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastId is { } id)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        }

        var response = await shared.Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
    }
}
