using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.Territory;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Replay;

public sealed class ReplaySourceTests : IDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;
    private readonly ManualTimeProvider _time = new(new(2030, 5, 5, 0, 0, 0, 250, TimeSpan.Zero));
    private readonly CollectingSink _sink = new();
    private readonly FeedMeasures _measures;

    public ReplaySourceTests() => _measures = new(_time);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(1.0, 4.0)]
    [InlineData(4.0, 1.0)]
    public async Task Frames_KeepTheirSpacing(double speed, double seconds)
    {
        var start = _time.GetUtcNow();
        var replay = Play([Write("a", Line("2020-01-01T00:00:00Z"), Line("2020-01-01T00:00:04Z"))], speed);

        Assert.Equal(start, (await _sink.Next()).At);
        await _time.WhenTimerIsDueBy(start.AddSeconds(seconds)).WaitAsync(Safety);
        Assert.False(_sink.TryTake(out _));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(start.AddSeconds(seconds), (await _sink.Next()).At);
        await replay.WaitAsync(Safety);
    }

    [Fact]
    public async Task Frames_AreMovedToNowWithTheTimesInThem()
    {
        var start = _time.GetUtcNow();
        await Play([Write("a",
            Line("2020-01-01T00:00:00.500Z", """{"payload":{"event_name":"X","timestamp":"1577836799"},"type":"serviceMessage"}"""),
            Line("2020-01-01T00:00:00.500Z", """{"collection":"map","requestedAt":"2020-01-01T00:00:00.100Z","status":200}""", "territory/rest"))], speed: 1).WaitAsync(Safety);

        var push = Json(await _sink.Next());
        // 1.5 s before its frame, in whole seconds: never later than it was.
        Assert.Equal(start.AddSeconds(-1.5).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), push.GetProperty("payload").GetProperty("timestamp").GetString());
        Assert.Equal("serviceMessage", push.GetProperty("type").GetString());
        Assert.Equal(start.AddMilliseconds(-400), Json(await _sink.Next()).GetProperty("requestedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Frames_NotRebased_KeepTheirTimes()
    {
        await Play([Write("a", Line("2020-01-01T00:00:00Z", """{"payload":{"timestamp":"5"}}"""))], speed: 1, rebase: false).WaitAsync(Safety);

        var frame = await _sink.Next();
        Assert.Equal(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), frame.At);
        Assert.Equal("""{"payload":{"timestamp":"5"}}""", Encoding.UTF8.GetString(frame.Content.Span));
    }

    [Fact]
    public async Task Frames_AsFastAsPossible_EndNow()
    {
        var now = _time.GetUtcNow();
        await Play([Write("a", Line("2020-01-01T00:00:00Z"), Line("2020-01-01T01:00:00Z"))], speed: 0).WaitAsync(Safety);

        Assert.Equal(now.AddHours(-1), (await _sink.Next()).At);
        Assert.Equal(now, (await _sink.Next()).At);
    }

    [Fact]
    public async Task Loop_MovesTheTimesAnew()
    {
        using var stop = new CancellationTokenSource();
        var start = _time.GetUtcNow();
        var replay = Play([Write("a", Line("2020-01-01T00:00:00Z"), Line("2020-01-01T00:00:10Z"))], speed: 1, loop: true, stop: stop.Token);
        await _sink.Next();
        await _time.WhenTimerIsDueBy(start.AddSeconds(10)).WaitAsync(Safety);
        _time.Advance(TimeSpan.FromSeconds(10));
        await _sink.Next();

        Assert.Equal(start.AddSeconds(10), (await _sink.Next()).At);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.WaitAsync(Safety));
    }

    [Fact]
    public async Task Recordings_AreMergedByTime()
    {
        var files = new[]
        {
            Write("a", Line("2020-01-01T00:00:00Z", "1"), Line("2020-01-01T00:00:02Z", "3")),
            Write("b", Line("2020-01-01T00:00:01Z", "2"), Line("2020-01-01T00:00:03Z", "4")),
        };

        await Play(files, speed: 0).WaitAsync(Safety);

        Assert.Equal("1234", string.Concat(Taken().Select(frame => Encoding.UTF8.GetString(frame.Content.Span))));
    }

    [Fact]
    public async Task BadLines_AreCountedAndPassedOver()
    {
        await Play([Write("a", "{\"at\":\"2020", "[]", "{\"at\":\"yesterday\",\"feed\":\"f\",\"frame\":1}", "", Line("2020-01-01T00:00:00Z", "7"))], speed: 0).WaitAsync(Safety);

        Assert.Equal("7", Encoding.UTF8.GetString(Assert.Single(Taken()).Content.Span));
        Assert.Equal(3, _measures.Of(10, _time.GetUtcNow()).Refusals[FrameRefusal.BadLine]);
    }

    [Fact]
    public async Task EmptyRecording_EndsEvenInALoop() => await Play([Write("a")], speed: 1, loop: true).WaitAsync(Safety);

    [Fact]
    public async Task Recorder_WritesWhatReplayReads()
    {
        var frames = new FeedFrame[]
        {
            new(new(2020, 1, 1, 0, 59, 59, TimeSpan.Zero), "territory/push", Encoding.UTF8.GetBytes("{\"a\":\n\"ü\"}")),
            new(new(2020, 1, 1, 1, 0, 0, TimeSpan.Zero), "territory/push", Encoding.UTF8.GetBytes("<html>\n")),
        };
        File.WriteAllText(Path.Combine(_directory, "t-20200101T01.ndjson"), "{\"at\":\"2020-01-01T01:00:00Z\",\"fe");
        using (var recorder = new FrameRecorder(_directory, "t", NullLogger.Instance))
        {
            Array.ForEach(frames, recorder.Record);
        }

        await Play([.. RecordingFiles.Find([Path.Combine(_directory, "t-*.ndjson")])], speed: 0, rebase: false).WaitAsync(Safety);

        Assert.Equal(["ü", "<html>\n"], Taken().Select(frame => frame.Content.Span[0] == '{' ? Json(frame).GetProperty("a").GetString() : Encoding.UTF8.GetString(frame.Content.Span)));
        Assert.Equal(1, _measures.Of(10, _time.GetUtcNow()).Refusals[FrameRefusal.BadLine]);
    }

    private static string Line(string at, string frame = "{}", string feed = "territory/push") => $$"""{"at":"{{at}}","feed":"{{feed}}","frame":{{frame}}}""";

    private static JsonElement Json(FeedFrame frame)
    {
        using var document = JsonDocument.Parse(frame.Content);
        return document.RootElement.Clone();
    }

    private List<FeedFrame> Taken()
    {
        var frames = new List<FeedFrame>();
        while (_sink.TryTake(out var frame))
        {
            frames.Add(frame);
        }

        return frames;
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_directory, $"{name}.ndjson");
        File.WriteAllLines(path, lines);
        return path;
    }

    private Task Play(string[] files, double speed, bool loop = false, bool rebase = true, CancellationToken stop = default) =>
        new ReplaySource([.. files], _ => true, speed, loop, rebase, _measures, _time, NullLogger.Instance).Run(_sink, stop);
}
