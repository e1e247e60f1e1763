using System.Net;
using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway.Tests.Access;

public sealed class DashboardTests
{
    private const string Key = "a key of the test's own";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Gateway:ApiKeys:0:Name"] = "test",
        ["Gateway:ApiKeys:0:Sha256"] = Convert.ToHexStringLower(KeyHash.Of(Key)),
        ["Gateway:ApiKeys:0:Scopes"] = "admin",
    };

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard/")]
    [InlineData("/dashboard/index.html")]
    [InlineData("/dashboard/ClusterStats")]
    [InlineData("/DASHBOARD/version")]
    public async Task Dashboard_WithoutAKey_ShowsNothing(string path)
    {
        await using var host = await GatewayHost.Start(Settings);

        using var response = await host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    // The dashboard itself, or where the build has none, the sentence that says so.
    [Fact]
    public async Task Dashboard_WithAnAdminKey_IsThereOrSaysWhichBuildHasIt()
    {
        await using var host = await GatewayHost.Start(Settings);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/") { Headers = { { "X-Api-Key", Key } } };

        using var response = await host.Client.SendAsync(request);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(
            response.StatusCode == HttpStatusCode.OK ? body.Contains("<title>Orleans Dashboard", StringComparison.Ordinal)
                : response.StatusCode == HttpStatusCode.NotImplemented && body.Contains("-p:Packages=nuget", StringComparison.Ordinal),
            $"{response.StatusCode}: {body}");
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
