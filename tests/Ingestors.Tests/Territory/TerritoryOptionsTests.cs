using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class TerritoryOptionsTests
{
    [Theory]
    [InlineData("Environment", "pc")]
    [InlineData("StreamUrl", "https://push.example.org")]
    [InlineData("StreamUrl", "wss://push.example.org/streaming?environment=ps2")]
    [InlineData("RestUrl", "nowhere")]
    [InlineData("ServiceId", "s:")]
    [InlineData("ServiceId", "a/b")]
    [InlineData("Worlds", "10,x")]
    [InlineData("Zones:0", "70000")]
    [InlineData("MapPollSeconds", "4")]
    [InlineData("MapPollSeconds", "301")]
    [InlineData("CacheLagSeconds", "-1")]
    public void Setting_ThatIsWrong_IsNamedWithItsCure(string key, string value)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Territory((key, value)));

        Assert.Contains($"Ingestors:Territory:{key.Split(':')[0]} ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_Configured_ReplaysAndFollowsWhatIsKnown()
    {
        var options = Territory();

        Assert.False(TerritorySettings.AsksForLive(options));
        var settings = TerritorySettings.From(options, isLive: false);
        Assert.Equal([1, 10, 13, 17, 19, 24, 25, 40], settings.Worlds);
        Assert.Equal([2u, 4u, 6u, 8u, 344u], settings.Zones);
        Assert.True(settings.Follows(282198111));
        Assert.False(settings.Follows(96));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("s:abc")]
    public void ServiceId_WithOrWithoutItsPrefix_GivesTheSameAddress(string id)
    {
        var options = Territory(("ServiceId", id));

        Assert.True(TerritorySettings.AsksForLive(options));
        Assert.Equal("wss://push.planetside2.com/streaming?environment=ps2&service-id=s:abc", TerritorySettings.From(options, true).StreamUrl.ToString());
    }

    [Fact]
    public void StreamUrl_WithoutAServiceId_IsLiveWithTheCasualOne()
    {
        var options = Territory(("StreamUrl", "ws://127.0.0.1:9/streaming"), ("RestUrl", ""));

        var settings = TerritorySettings.From(options, true);
        Assert.True(TerritorySettings.AsksForLive(options));
        Assert.Equal("ws://127.0.0.1:9/streaming?environment=ps2&service-id=s:example", settings.StreamUrl.ToString());
        Assert.Null(settings.RestUrl);
    }

    [Theory]
    [InlineData("Worlds")]
    [InlineData("Worlds:0")]
    public void Worlds_AsTextOrAsAList_ReplaceTheDefault(string key) =>
        Assert.Equal([17], TerritorySettings.From(Territory((key, "17")), true).Worlds);

    [Theory]
    [InlineData("Files:0", "no-such-recording.ndjson", "Files")]
    [InlineData("Speed", "-1", "Speed")]
    [InlineData("Speed", "1001", "Speed")]
    public void Replay_ThatIsWrong_IsNamedWithItsCure(string key, string value, string named)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Read<ReplayOptions>($"Ingestors:Replay:{key}", value));

        Assert.Contains($"Ingestors:Replay:{named} ", problem.Message, StringComparison.Ordinal);
    }

    private static TerritoryOptions Territory(params (string Key, string Value)[] settings) =>
        Read<TerritoryOptions>([.. settings.SelectMany(setting => new[] { $"Ingestors:Territory:{setting.Key}", setting.Value })]);

    private static TOptions Read<TOptions>(params string[] settings)
        where TOptions : class
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Chunk(2).Select(pair => new KeyValuePair<string, string?>(pair[0], pair[1])));
        builder.AddIngestors();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<TOptions>>().Value;
    }
}
