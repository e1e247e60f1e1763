using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Gateway.Tests.Realtime;

namespace OrleansGameState.Gateway.Tests.Http;

public sealed class HostTests
{
    [Fact]
    public async Task Host_ServesHealthMetricsAndItsDescription()
    {
        await using var host = await GatewayHost.Start();
        await Continent.Settle(host, 1);
        await using var client = await RealtimeClient.Connect(host);
        await client.Ask("""{"op":"subscribe","topic":"territory/1/2"}""");
        await Continent.Fight(host, 1, 1);
        await client.Receive();

        var alive = await host.Client.GetFromJsonAsync<JsonElement>("/healthz");
        var ready = await host.Client.GetFromJsonAsync<JsonElement>("/readyz");
        var metrics = await host.Client.GetStringAsync("/metrics");
        var openApi = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal("healthy", alive.GetProperty("status").GetString());
        var store = ready.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "store");
        Assert.Equal("memory", store.GetProperty("data").GetProperty("mode").GetString());
        Assert.Contains("\ngateway_watched_entities 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("gateway_subscribers{transport=\"websocket\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("gateway_envelopes_sent_total{transport=\"websocket\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", metrics, StringComparison.Ordinal);
        Assert.Contains("le=\"+Inf\"", metrics, StringComparison.Ordinal);
        var path = openApi.GetProperty("paths").GetProperty("/api/v1/territory/worlds/{worldId}/zones/{zoneId}").GetProperty("get");
        Assert.NotEmpty(path.GetProperty("summary").GetString()!);
        Assert.True(path.GetProperty("responses").TryGetProperty("404", out _));
    }

    [Theory]
    [InlineData("worlds/{worldId}", "worldId at")]
    [InlineData("worlds/{worldId}/zones/{zoneId}", "worldId zoneId at")]
    [InlineData("worlds/{worldId}/events", "worldId after limit from to")]
    [InlineData("worlds/{worldId}/zones/{zoneId}/events", "worldId zoneId after limit from to")]
    [InlineData("events", "after limit")]
    public async Task Description_OfAPath_HasItsParameters(string path, string parameters)
    {
        await using var host = await GatewayHost.Start();

        var openApi = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var get = openApi.GetProperty("paths").GetProperty("/api/v1/territory/" + path).GetProperty("get");
        var described = get.GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!);
        Assert.Equal(parameters.Split(' '), described.Keys);
        Assert.All(described.Values.Where(parameter => parameter.GetProperty("in").GetString() == "query"), parameter =>
        {
            Assert.False(parameter.TryGetProperty("required", out var required) && required.GetBoolean());
            Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
        });
        Assert.All(["200", "304", "400", "404", "429", "503"], status => Assert.True(get.GetProperty("responses").TryGetProperty(status, out _), status));
    }

    [Fact]
    public async Task Reads_FromElsewhereBeyondTheBurst_AreRefusedWithATimeToComeBack()
    {
        var settings = new Dictionary<string, string?> { ["Gateway:RateLimit:PermitsPerSecond"] = "1", ["Gateway:RateLimit:Burst"] = "2" };
        await using var host = await GatewayHost.Start(settings, builder => builder.Services.AddSingleton<IStartupFilter, RemoteAddress>());
        using var elsewhere = new HttpClient { BaseAddress = host.Http };
        elsewhere.DefaultRequestHeaders.Add("X-Test-Remote", "192.0.2.7");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 10; i++)
        {
            answers.Add(await elsewhere.GetAsync("/api/v1/territory/worlds"));
        }

        var local = await host.Client.GetAsync("/api/v1/territory/worlds");
        elsewhere.DefaultRequestHeaders.Add("X-Api-Key", GatewayHost.GameKey);
        var commanded = await elsewhere.PostAsync("/api/v1/universes/limited/players/nobody/heartbeat", null);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(429, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, commanded.StatusCode);
    }

    [Fact]
    public async Task Calls_FromElsewhereBeyondTheBurst_AreResourceExhausted()
    {
        var settings = new Dictionary<string, string?> { ["Gateway:RateLimit:PermitsPerSecond"] = "1", ["Gateway:RateLimit:Burst"] = "2" };
        await using var host = await GatewayHost.Start(settings, builder => builder.Services.AddSingleton<IStartupFilter, RemoteAddress>());
        var client = new TerritoryService.TerritoryServiceClient(host.Channel);
        var elsewhere = new Metadata { { "x-test-remote", "192.0.2.8" } };

        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await client.ListWorldsAsync(new(), elsewhere);
            }
        });

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
    }

    [Fact]
    public async Task AllowedOrigins_FromConfiguration_MayConnect()
    {
        await using var host = await GatewayHost.Start(new Dictionary<string, string?> { ["Gateway:AllowedOrigins:0"] = "https://map.example" });

        await using var client = await RealtimeClient.Connect(host, "https://map.example");

        Assert.Equal("pong", (await client.Ask("""{"op":"ping"}""")).GetProperty("op").GetString());
    }

    [Theory]
    [InlineData("Gateway:TopicsPerConnection", "0")]
    [InlineData("Gateway:QueueBytes", "5")]
    [InlineData("Gateway:RateLimit:Burst", "-1")]
    [InlineData("Gateway:Sectors:ImportBytes", "10")]
    [InlineData("Gateway:AllowedOrigins:0", "map.example/page")]
    public async Task Setting_OutOfRange_IsRefusedAtStartNamingItsKey(string key, string value)
    {
        var refusal = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => GatewayHost.Start(new Dictionary<string, string?> { [key] = value }));

        Assert.Contains(key.Replace(":0", "", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Lets a test come from an address that is not this machine's.</summary>
    private sealed class RemoteAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers["X-Test-Remote"].FirstOrDefault() is { } address)
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return following(context);
            });
            next(app);
        };
    }
}
