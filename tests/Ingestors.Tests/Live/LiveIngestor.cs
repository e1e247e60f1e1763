using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>An ingestor process, but for the process.</summary>
internal sealed class LiveIngestor : IAsyncDisposable
{
    private readonly IHost _host;

    private LiveIngestor(IHost host, string directory) => (_host, DataDirectory) = (host, directory);

    public string DataDirectory { get; }

    public FeedMeasures Measures => _host.Services.GetRequiredService<FeedMeasures>();

    public FeedLeases Leases => _host.Services.GetRequiredService<FeedLeases>();

    public HealthCheckService Health => _host.Services.GetRequiredService<HealthCheckService>();

    public static async Task<LiveIngestor> StartAsync(IGrainFactory grains, params (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Prepend((Key: "Sectors:Demo", Value: "off")).Prepend((Key: "DataDirectory", Value: directory)).GroupBy(setting => setting.Key)
                .Select(setting => new KeyValuePair<string, string?>($"Ingestors:{setting.Key}", setting.Last().Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton(grains);
        builder.AddIngestors();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, directory);
    }

    /// <summary>How often a message of the world was accepted that this process told.</summary>
    public long Accepted(int worldId) => Measures.Of(worldId, TimeProvider.System.GetUtcNow()).Accepted;

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }
}
