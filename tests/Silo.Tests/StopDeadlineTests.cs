using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Hosting.Shutdown;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests;

public sealed class StopDeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ApplicationLifetime _application = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly ManualTimeProvider _time = new();
    private readonly List<int> _exits = [];

    [Fact]
    public void StopDeadline_OfAProcessThatGoesOn_EndsItAfterItsPatience()
    {
        using var deadline = New();
        _time.Advance(Patience * 10);
        _application.StopApplication();
        _time.Advance(Patience + StopDeadline.Grace - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_exits);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal([1], _exits);
    }

    [Fact]
    public void StopDeadline_OfAProcessThatHasStopped_EndsNothing()
    {
        using (New())
        {
            _application.StopApplication();
        }

        _time.Advance(Patience * 10);

        Assert.Empty(_exits);
    }

    private StopDeadline New() => new(_application, Patience, _time, _exits.Add);
}
