using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using OrleansGameState.Hosting.Health;

namespace OrleansGameState.Gateway.Tests.Http;

/// <summary>The argument <c>health</c>, asking over real sockets.</summary>
public sealed class HealthCommandTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, 0, "200 healthy, own healthy")]
    [InlineData(HealthStatus.Degraded, 0, "200 degraded, own degraded")]
    [InlineData(HealthStatus.Unhealthy, 1, "503 unhealthy, own unhealthy")]
    public async Task Health_OfAProcess_IsItsReadiness(HealthStatus status, int code, string told)
    {
        await using var process = await Start(status);

        var (exitCode, said) = await Ask(Setting(process.Urls.Single()));

        Assert.Equal(code, exitCode);
        Assert.EndsWith($"/readyz: {told}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthLive_OfAnUnreadyProcess_IsWell()
    {
        await using var process = await Start(HealthStatus.Unhealthy);

        var (exitCode, said) = await Ask("live", Setting(process.Urls.Single()));

        Assert.Equal(0, exitCode);
        Assert.EndsWith("/healthz: 200 healthy", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhereNothingListens_IsUnwellInOneLine()
    {
        string url;
        await using (var process = await Start(HealthStatus.Healthy))
        {
            url = process.Urls.Single();
        }

        var (exitCode, said) = await Ask(Setting(url));

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{url}/readyz: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task Health_WithoutAnAddress_AsksWhereTheProgramListensByDefault()
    {
        await using var process = await Start(HealthStatus.Healthy);

        var (exitCode, _) = await Ask(new Uri(process.Urls.Single()).Port);

        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "a port that is known")]
    [InlineData("http://unix:/run/gamestate", "a port that is known")]
    [InlineData("8080", "8080")]
    public async Task Health_OfWhatCannotBeAsked_SaysSo(string url, string told)
    {
        var (exitCode, said) = await Ask(Setting(url));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Not asked: ", said, StringComparison.Ordinal);
        Assert.Contains(told, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://[::1]:8080/")]
    [InlineData("http://10.1.2.3:8080", "http://10.1.2.3:8080/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    [InlineData("https://0.0.0.0:8443", "https://127.0.0.1:8443/")]
    public void Reachable_OfAnAddressToListenAt_IsOneToConnectTo(string url, string reachable) =>
        Assert.Equal(reachable, HealthCommand.Reachable(url).ToString());

    private static string Setting(string url) => $"--Kestrel:Endpoints:Http:Url={url}";

    private static Task<(int ExitCode, string Said)> Ask(params string[] arguments) => Ask(defaultPort: 1, arguments);

    private static async Task<(int ExitCode, string Said)> Ask(int defaultPort, params string[] arguments)
    {
        await using var output = new StringWriter();
        var exitCode = await new HealthCommand(output).RunAsync(arguments, _ => defaultPort).WaitAsync(GatewayHost.Patience);
        return (exitCode, output.ToString().TrimEnd());
    }

    private static async Task<WebApplication> Start(HealthStatus status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHealthChecks().AddCheck("own", () => new(status), [HealthEndpoints.ReadyTag]);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHealth();
        await app.StartAsync();
        return app;
    }
}
