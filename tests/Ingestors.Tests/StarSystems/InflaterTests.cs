using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class InflaterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(5_552)]
    [InlineData(64 << 10)]
    [InlineData(1_000_000)]
    [InlineData(Inflater.MostBytes)]
    public void Content_ComesBackWhole(int length)
    {
        var content = new byte[length];
        new System.Random(7).NextBytes(content);

        var inflated = new Inflater().Inflate(Deflate(content), 10, out var refusal);

        Assert.Null(refusal);
        Assert.True(inflated!.Value.Span[10..].SequenceEqual(content));
    }

    [Fact]
    public void Bomb_IsRefused_WithoutInflatingItWhole()
    {
        // A gigabyte that deflates to one megabyte.
        using var bomb = new MemoryStream();
        using (var zlib = new ZLibStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                zlib.Write(zeros);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(new Inflater().Inflate(bomb.ToArray(), 0, out var refusal));
        Assert.Equal(Refusals.ZlibBomb, refusal!.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public void OneByteTooMany_IsABomb()
    {
        var inflater = new Inflater(1000);

        Assert.NotNull(inflater.Inflate(Deflate(new byte[1000]), 0, out _));
        Assert.Null(inflater.Inflate(Deflate(new byte[1001]), 0, out var refusal));
        Assert.Equal(Refusals.ZlibBomb, refusal!.Reason);
    }

    [Fact]
    public void Stream_ThatIsCutOffAnywhere_IsDamaged()
    {
        var whole = Deflate(Envelope(Jump()));
        var inflater = new Inflater();
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Null(inflater.Inflate(whole.AsMemory(0, length), 0, out var refusal));
            Assert.Equal(Refusals.DamagedZlib, refusal!.Reason);
        }
    }

    [Fact]
    public void Stream_ThatSomethingFollows_IsDamaged()
    {
        Assert.Null(new Inflater().Inflate((byte[])[.. Deflate("{}"), 0], 0, out var refusal));

        Assert.Equal(Refusals.DamagedZlib, refusal!.Reason);
    }

    [Fact]
    public void AnyBytes_GiveContentOrARefusal()
    {
        var inflater = new Inflater();
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => inflater.Inflate(bytes, 0, out var refusal) is null != refusal is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void StreamsThatAreChangedAnywhere_GiveContentOrARefusal()
    {
        var whole = Deflate(Envelope(Jump()));
        var inflater = new Inflater();
        Prop.ForAll((from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) select (at, value)).ToArbitrary(), change =>
        {
            var bytes = whole.ToArray();
            bytes[change.at] = (byte)change.value;
            return inflater.Inflate(bytes, 0, out var refusal) is null != refusal is null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Eddn_IsOpenedAsItIs() => Assert.Equal("""{"a":1}""", Opened(StarSystemFeeds.EddnFrames, "", Deflate("""{"a":1}""")));

    [Fact]
    public void TickDetector_IsOpenedWithItsTopic()
    {
        Assert.Equal("""{"topic":"SystemTick","message":{"a":1}}""", Opened(StarSystemFeeds.TickDetectorFrames, "SystemTick", Deflate("""{"a":1}""")));
        Assert.Equal("""{"topic":"\u0022,\u0022x","message":{"a":1}}""", Opened(StarSystemFeeds.TickDetectorFrames, "\",\"x", Deflate("""{"a":1}""")));
    }

    [Fact]
    public void WhatCannotBeInflated_IsKept_AndRefusedForTheSameReason()
    {
        var damaged = Deflate("{}")[..^1];

        Assert.Equal($$"""{"deflated":"{{Convert.ToBase64String(damaged)}}"}""", Opened(StarSystemFeeds.EddnFrames, "", damaged));
        Assert.Equal($$"""{"topic":"HeartBeat","deflated":"{{Convert.ToBase64String(damaged)}}"}""", Opened(StarSystemFeeds.TickDetectorFrames, "HeartBeat", damaged));
        Assert.Equal(Refusals.DamagedZlib, Refuse(ParseEddn(Opened(StarSystemFeeds.EddnFrames, "", damaged))).Reason);
        Assert.Equal(Refusals.ZlibBomb, Refuse(ParseEddn(Opened(StarSystemFeeds.EddnFrames, "", Deflate(new byte[Inflater.MostBytes + 1])))).Reason);
    }

    [Fact]
    public void Recording_IsTakenAsItIs() => Assert.Equal("{}", Encoding.UTF8.GetString(new FrameOpener().Open(new FeedFrame(Noon, StarSystemFeeds.EddnFrames, Utf8("{}"))).Content.Span));

    private static string Opened(string feed, string topic, byte[] deflated) =>
        Encoding.UTF8.GetString(new FrameOpener().Open(new(Noon, feed, deflated) { IsDeflated = true, Topic = Utf8(topic) }).Content.Span);
}
