using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Tests.Http;

public sealed class HealthTests
{
    [Theory]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK, "degraded")]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable, "unhealthy")]
    public async Task Readyz_OfACheck_IsItsStatus(HealthStatus status, HttpStatusCode code, string word)
    {
        var (answered, check) = await Ready(_ => Task.FromResult(new HealthCheckResult(status, "Told.", data: new Dictionary<string, object> { ["mode"] = "server" })));

        Assert.Equal(code, answered);
        Assert.Equal(word, check.GetProperty("status").GetString());
        Assert.Equal("Told.", check.GetProperty("description").GetString());
        Assert.Equal("server", check.GetProperty("data").GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Readyz_OfACheckThatWaits_AnswersWithoutIt()
    {
        var never = new TaskCompletionSource<HealthCheckResult>();
        var cancelled = new TaskCompletionSource();

        var (code, check) = await Ready(token =>
        {
            token.Register(cancelled.SetResult);
            return never.Task;
        });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.StartsWith("No answer within", check.GetProperty("description").GetString(), StringComparison.Ordinal);
        await cancelled.Task.WaitAsync(GatewayHost.Patience);
    }

    [Fact]
    public async Task Readyz_OfACheckThatThrows_TellsNothingOfTheInside()
    {
        var (code, check) = await Ready(_ => throw new StoreUnavailableException("password=secret"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.StartsWith("The store does not answer", check.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Code, JsonElement Check)> Ready(Func<CancellationToken, Task<HealthCheckResult>> check)
    {
        await using var host = await GatewayHost.Start(configure: builder => builder.Services.AddHealthChecks().AddAsyncCheck("own", check, ["ready"]));
        var response = await host.Client.GetAsync("/readyz");
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, body.GetProperty("checks").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == "own"));
    }
}
