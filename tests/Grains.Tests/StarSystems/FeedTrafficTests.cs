using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class FeedTrafficTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 14, 6, 0, 0, TimeSpan.Zero);

    private readonly FeedTraffic _traffic = new();

    [Fact]
    public void Time_OfWhichNothingIsKnown_CountsAsItIs()
    {
        Assert.Equal(TimeSpan.FromMinutes(7.5), _traffic.Filled(Start, Start.AddMinutes(7.5)));
        Assert.Equal(TimeSpan.FromMinutes(7), _traffic.Heard(Start, Start.AddMinutes(7)));
    }

    [Fact]
    public void Silence_CountsForNothing_AndARushForMore()
    {
        Report(120, 100);
        Report(30, 0);
        Report(10, 400);
        Report(1, 100);
        var (silence, rush) = (Start.AddMinutes(120), Start.AddMinutes(150));

        Assert.Equal(TimeSpan.Zero, _traffic.Filled(silence.AddMinutes(1), rush));
        Assert.InRange(_traffic.Filled(rush, rush.AddMinutes(10)).TotalMinutes, 30, 40);
        Assert.InRange(_traffic.Heard(silence, rush).TotalMinutes, 0, 2);
    }

    [Fact]
    public void Report_OfAnIngestorThatStartedAnew_CountsFromNothing()
    {
        _traffic.Report("eddn", 1_000_000, Start);
        _traffic.Report("eddn", 1_000_100, Start.AddMinutes(1));
        _traffic.Report("eddn", 100, Start.AddMinutes(2));
        _traffic.Report("eddn", 100, Start.AddMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(2), _traffic.Filled(Start.AddMinutes(1), Start.AddMinutes(3)));
    }

    [Fact]
    public void Time_LongAgo_CountsAsItIs()
    {
        Report(1000, 100);

        Assert.Equal(TimeSpan.FromMinutes(60), _traffic.Filled(Start, Start.AddMinutes(60)));
    }

    private DateTimeOffset _now = Start;

    private void Report(int minutes, int messages)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _traffic.Add(_now, messages);
            _now = _now.AddMinutes(1);
        }
    }
}
