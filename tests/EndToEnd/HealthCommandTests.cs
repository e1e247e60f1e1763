namespace OrleansGameState.EndToEnd;

/// <summary>The built program asked for its health by itself, as a container's engine does.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task Health_WhileTheServerRunsAndAfterwards_IsItsExitCode()
    {
        await using var server = await GameStateServer.Start();
        var address = $"--Kestrel:Endpoints:Http:Url={server.HttpAddress}";

        var running = await Ask(address);
        await server.Stop();
        var stopped = await Ask(address);

        Assert.True(running.ExitCode == 0, running.Said);
        Assert.Contains("/readyz: 200 healthy", running.Said, StringComparison.Ordinal);
        Assert.True(stopped.ExitCode == 1, stopped.Said);
        Assert.Single(stopped.Said.TrimEnd().Split('\n'));
    }

    private static async Task<(int ExitCode, string Said)> Ask(params string[] settings)
    {
        await using var asked = ChildProcess.Start("dotnet", [Places.Server, "health", .. settings], Path.GetTempPath());
        var exitCode = await asked.Ended();
        return (exitCode, asked.Said);
    }
}
