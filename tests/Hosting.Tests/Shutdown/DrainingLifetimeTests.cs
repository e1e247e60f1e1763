using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Hosting.Shutdown;
using OrleansGameState.Testing;

namespace OrleansGameState.Hosting.Tests.Shutdown;

public sealed class DrainingLifetimeTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _time = new();
    private readonly ApplicationLifetime _application = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly Drain _drain = new();
    private readonly DrainingLifetime _lifetime;

    public DrainingLifetimeTests() => _lifetime = new(Delay, _drain, _application, _time, NullLogger<DrainingLifetime>.Instance);

    private bool IsStopping => _application.ApplicationStopping.IsCancellationRequested;

    [Fact]
    public void Signal_IsHeardAtOnceAndStopsAfterTheDelay()
    {
        _application.NotifyStarted();

        _lifetime.OnSignal();
        Assert.True(_drain.HasBegun);
        _time.Advance(Delay - TimeSpan.FromMilliseconds(1));
        Assert.False(IsStopping);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(IsStopping);
    }

    [Fact]
    public void SecondSignal_StopsAtOnce()
    {
        _application.NotifyStarted();

        _lifetime.OnSignal();
        _lifetime.OnSignal();

        Assert.True(IsStopping);
    }

    [Fact]
    public void Signal_BeforeAnybodyIsServed_StopsAtOnce()
    {
        _lifetime.OnSignal();

        Assert.True(IsStopping);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(-1, false)]
    [InlineData(61, false)]
    public void DrainSeconds_HaveARange(int seconds, bool isValid) =>
        Assert.Equal(isValid, new ShutdownOptionsValidation().Validate(null, new() { DrainSeconds = seconds }).Succeeded);

    public void Dispose() => _lifetime.Dispose();
}
