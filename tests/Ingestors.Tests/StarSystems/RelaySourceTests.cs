using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using OrleansGameState.Testing;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>A relay on a real socket.</summary>
public sealed class RelaySourceTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Eddn_BringsWhatTheRelaySends()
    {
        using var relay = new FakeRelay();
        await using var source = new Running(StarSystemFeeds.Eddn, relay.Endpoint);
        await source.Until(relay, Deflate("""{"first":1}"""));
        relay.Send(Deflate("""{"a":1}"""), Utf8("something more"));
        relay.Send(Deflate("""{"a":2}"""));

        var frame = await source.Sink.Next();

        Assert.Equal((StarSystemFeeds.EddnFrames, true, 0), (frame.Feed, frame.IsDeflated, frame.Topic.Length));
        Assert.Equal(Deflate("""{"a":2}"""), frame.Content.ToArray());
        Assert.Equal(1, source.Feed.At(frame.At).Refusals[FrameRefusal.UnknownFrame]);
    }

    [Fact]
    public async Task TickDetector_BringsTheTopicToo()
    {
        using var relay = new FakeRelay();
        await using var source = new Running(StarSystemFeeds.TickDetector, relay.Endpoint);
        await source.Until(relay, Utf8("HeartBeat"), Deflate("{}"));
        relay.Send(Utf8("SystemTick"), Deflate("""{"a":2}"""));

        var frame = await source.Sink.Next();

        Assert.Equal(Utf8("SystemTick"), frame.Topic.ToArray());
        Assert.Equal(Deflate("""{"a":2}"""), frame.Content.ToArray());
    }

    [Fact]
    public async Task Relay_ThatComesBack_IsFollowedAgain_AndTheReconnectCounted()
    {
        var relay = new FakeRelay();
        await using var source = new Running(StarSystemFeeds.Eddn, relay.Endpoint);
        await source.Until(relay, Utf8("one"));
        relay.Dispose();

        using var again = await FakeRelay.Again(relay.Port);
        await source.Until(again, Utf8("two"));

        Assert.Equal(1, source.Feed.At(TimeProvider.System.GetUtcNow()).Reconnects);
    }

    [Fact]
    public async Task Silence_MakesTheConnectionAnew()
    {
        var time = new ManualTimeProvider();
        using var relay = new FakeRelay();
        await using var source = new Running(StarSystemFeeds.Eddn, relay.Endpoint, time);
        await source.Until(relay, Utf8("one"));

        time.Advance(Silence);
        await source.Log.Told(1331).WaitAsync(Safety);
        await source.Until(relay, Utf8("two"));

        Assert.Equal(1, source.Feed.At(time.GetUtcNow()).Reconnects);
    }

    /// <summary>Lets a test wait for what is logged.</summary>
    private sealed class ToldLog : ILogger
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _told = new();

        public Task Told(int id) => Of(id).Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Of(eventId.Id).TrySetResult();

        private TaskCompletionSource Of(int id) => _told.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _run;

        public Running(string feed, string endpoint, TimeProvider? time = null)
        {
            time ??= TimeProvider.System;
            Feed = new(feed, new(time));
            _run = new RelaySource(Feed, endpoint, TimeSpan.Zero, Silence, time, Log).Run(Sink, _stop.Token);
        }

        public MeasuredFeed Feed { get; }

        public CollectingSink Sink { get; } = new();

        public ToldLog Log { get; } = new();

        /// <summary>Sends until it is subscribed to, which nothing else tells: what is sent before goes nowhere. Takes what came.</summary>
        public async Task Until(FakeRelay relay, params byte[][] parts)
        {
            using var deadline = new CancellationTokenSource(Safety);
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            do
            {
                relay.Send(parts);
            }
            while (await again.WaitForNextTickAsync(deadline.Token) && !Sink.TryTake(out _));

            // One more of its own kind ends what was sent meanwhile.
            relay.Send([.. parts[..^1], Utf8("end")]);
            while (!(await Sink.Next()).Content.Span.SequenceEqual("end"u8))
            {
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run.WaitAsync(Safety);
            _stop.Dispose();
        }
    }
}
