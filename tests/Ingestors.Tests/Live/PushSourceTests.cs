using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Live;

public sealed class PushSourceTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();
    private readonly CollectingSink _sink = new();

    [Fact]
    public async Task Subscription_IsVerifiedEveryFiveMinutesAndRenewedWhereItChanged()
    {
        await using var push = await FakePush.StartAsync();
        using var stop = new CancellationTokenSource();
        var running = Source(push).Run(_sink, stop.Token);
        var subscription = await push.Received();
        await Frame("subscription");
        await _time.WhenTimersArePending(1).WaitAsync(Safety);

        push.Echo = """{"subscription":{"characterCount":0,"eventNames":["FacilityControl"],"logicalAndCharactersWithWorlds":true,"worlds":["10"]}}""";
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(subscription, await push.Received());
        Assert.Equal(subscription, await push.Received());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety));
    }

    [Fact]
    public async Task Connection_ThatBringsNothing_IsMadeAnew()
    {
        await using var push = await FakePush.StartAsync();
        using var stop = new CancellationTokenSource();
        var measures = new FeedMeasures(_time);
        var running = Source(push, measures, TimeSpan.FromSeconds(1)).Run(_sink, stop.Token);
        await push.Connected();

        await push.Connected();
        await push.Received();
        await push.Received();

        Assert.True(measures.Of(10, _time.GetUtcNow()).Reconnects >= 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety));
    }

    private async Task Frame(string containing)
    {
        while (!System.Text.Encoding.UTF8.GetString((await _sink.Next()).Content.Span).Contains(containing, StringComparison.Ordinal))
        {
        }
    }

    private PushSource Source(FakePush push, FeedMeasures? measures = null, TimeSpan? silence = null)
    {
        var settings = TerritorySettings.From(new TerritoryOptions { StreamUrl = push.Url, Worlds = ["10"] }, isLive: true);
        return new(settings with { SilenceBeforeReconnect = silence ?? settings.SilenceBeforeReconnect }, measures ?? new FeedMeasures(_time), _time, NullLogger.Instance);
    }
}
