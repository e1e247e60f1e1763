using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrleansGameState.Hosting.Board;
using OrleansGameState.Hosting.Health;
using OrleansGameState.Hosting.Telemetry;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.Sectors;
using OrleansGameState.Ingestors.StarSystems;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors;

/// <summary>Adds the feeds to a host.</summary>
public static class IngestorsHosting
{
    /// <summary>
    /// Runs the feeds that are configured under <c>Ingestors</c>; with nothing configured, the bundled recordings and the sectors' demo. The host
    /// must provide Orleans' <see cref="IGrainFactory"/>: a silo's own, or a cluster client's.
    /// </summary>
    public static IHostApplicationBuilder AddIngestors(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        builder.AddRole("ingestors");
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<IngestorOptions>().BindConfiguration(IngestorOptions.Section);
        services.AddOptions<RecordOptions>().BindConfiguration(RecordOptions.Section);
        services.AddOptions<ReplayOptions>().BindConfiguration(ReplayOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Files = ListOf(configuration, ReplayOptions.Section, "Files") ?? options.Files)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReplayOptions>, ReplayOptionsValidation>();
        services.AddFeeds();
        services.AddTerritory();
        services.AddStarSystems();
        services.AddSectors();
        return builder;
    }

    private static void AddFeeds(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<FeedMeasures>();
        services.AddSingleton<IBoardPart, FeedsBoardPart>();
        services.AddSingleton<FeedLeases>();
        services.AddHealthChecks().AddCheck<FeedLeaseHealth>(FeedLeaseHealth.Name, tags: [HealthEndpoints.ReadyTag]);
    }

    private static void AddTerritory(this IServiceCollection services)
    {
        services.AddOptions<TerritoryOptions>().BindConfiguration(TerritoryOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.Worlds = ListOf(configuration, TerritoryOptions.Section, "Worlds") ?? options.Worlds;
                options.Zones = ListOf(configuration, TerritoryOptions.Section, "Zones") ?? options.Zones;
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TerritoryOptions>, TerritoryOptionsValidation>();
        services.AddHostedService<TerritoryIngestor>();
    }

    private static void AddStarSystems(this IServiceCollection services)
    {
        services.AddOptions<StarSystemOptions>().BindConfiguration(StarSystemOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StarSystemOptions>, StarSystemOptionsValidation>();
        services.AddHostedService<StarSystemIngestor>();
    }

    private static void AddSectors(this IServiceCollection services)
    {
        services.AddOptions<SectorOptions>().BindConfiguration(SectorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SectorOptions>, SectorOptionsValidation>();
        services.AddHostedService<SectorDemo>();
    }

    // On a command line a list is easier to give as one text; the binder would leave that out without a word.
    private static string[]? ListOf(IConfiguration configuration, string section, string key) =>
        configuration.GetSection(section)[key] is { Length: > 0 } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;
}
