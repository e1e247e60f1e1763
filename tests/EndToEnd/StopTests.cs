using System.Diagnostics;

namespace OrleansGameState.EndToEnd;

public sealed class StopTests
{
    [Fact]
    public async Task Stop_WithWatchersConnected_IsCleanAndWithinTenSeconds()
    {
        await using var server = await GameStateServer.Start();
        await using var watcher = await SseStream.OpenOnceKnown(server, "api/v1/territory/worlds/10/stream");
        var started = Stopwatch.GetTimestamp();

        var exitCode = await server.Stop();

        Assert.True(exitCode == 0, $"It ended with {exitCode}.\n{server.Said}");
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("Unhandled exception", server.Said, StringComparison.Ordinal);
    }
}
