using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Testing;

namespace OrleansGameState.Hosting.Tests;

public sealed class SiloWaitTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Lines _lines = new();
    private readonly SiloWait _wait;

    public SiloWaitTests() => _wait = new(Options.Create(new Orleans.Configuration.ClusterOptions { ClusterId = "games" }), _time, _lines);

    [Fact]
    public async Task Attempt_ThatFailed_IsMadeAgainAfterASecond()
    {
        var again = _wait.ShouldRetryConnectionAttempt(new SiloUnavailableException("nobody.\nDetails follow."), CancellationToken.None);
        Assert.False(again.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await again);
        Assert.Equal(["4001 No silo of cluster games is found yet: nobody. Waiting for one."], _lines.All);
    }

    [Fact]
    public async Task Waiting_IsToldOnceInAWhile()
    {
        for (var i = 0; i < 45; i++)
        {
            var again = _wait.ShouldRetryConnectionAttempt(new TimeoutException("nobody"), CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.True(await again);
        }

        Assert.Equal(2, _lines.All.Count);
    }

    [Fact]
    public async Task Attempt_ThatNoWaitingHelps_IsNotMadeAgain() =>
        Assert.False(await _wait.ShouldRetryConnectionAttempt(new OrleansConfigurationException("wrong"), CancellationToken.None));

    private sealed class Lines : ILogger<SiloWait>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add($"{eventId.Id} {formatter(state, exception)}");
    }
}
