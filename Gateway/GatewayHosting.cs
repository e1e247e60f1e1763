using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Cluster;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.Sectors;
using OrleansGameState.Gateway.StarSystems;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Gateway.Territory;
using OrleansGameState.Hosting;
using OrleansGameState.Hosting.Telemetry;

namespace OrleansGameState.Gateway;

/// <summary>The gateway: gRPC, HTTP, realtime and pages over the entities of an Orleans client that is registered already.</summary>
public static class GatewayHosting
{
    /// <summary>Where HTTP is, unless configured.</summary>
    public const int HttpPort = 8080;

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Kestrel:Endpoints:Http:Url"] = $"http://127.0.0.1:{HttpPort}",
        ["Kestrel:Endpoints:Http:Protocols"] = "Http1",
        ["Kestrel:Endpoints:Grpc:Url"] = "http://127.0.0.1:8081",
        ["Kestrel:Endpoints:Grpc:Protocols"] = "Http2",
    };

    /// <summary>Registers the gateway. Its settings are under <c>Gateway</c>, its addresses under <c>Kestrel:Endpoints:Http</c> and <c>:Grpc</c>.</summary>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddDefaults(Defaults);
        builder.AddOperations();
        builder.AddRole("gateway");

        var services = builder.Services;
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidation>();
        services.AddOpenApi();
        services.AddReadLimit();
        services.AddAccess();
        services.AddCluster();
        services.AddSingleton<GatewayMetrics>();
        services.AddRealtime();
        services.AddRpc();
        services.AddTerritoryViews();
        services.AddStarSystemViews();
        services.AddSectorViews();
        return builder;
    }

    /// <summary>Maps everything the gateway serves.</summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseReadLimit();
        app.UseCallPatience();

        // A gRPC call needs none of it, and each step it passes costs it time.
        app.UseWhen(context => !context.Request.IsGrpc(), web =>
        {
            web.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = Failures.Handle,
                SuppressDiagnosticsCallback = context => Outage.IsStoreAway(context.Exception),
            });
            web.UsePages();
            web.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        });
        app.MapOperations();
        app.MapOpenApi();
        RealtimeEndpoint.Map(app);
        app.MapTerritory();
        app.MapStarSystems();
        app.MapGalaxy();
        app.MapSectors();
        app.MapCluster();
        app.MapDashboard();
        app.MapRpc();
        return app;
    }

    private static void AddRealtime(this IServiceCollection services) => services
        .AddSingleton<EntityKinds>()
        .AddSingleton<IObserverReferences, ObserverReferences>()
        .AddSingleton<WatchRegistry>()
        .AddSingleton<Announcements>()
        .AddSingleton<EventStream>()
        .AddSingleton<AnnouncementStream>()
        .AddSingleton<RealtimeEndpoint>();

    private static void AddTerritoryViews(this IServiceCollection services) => services
        .AddSingleton<ZoneKind>()
        .AddSingleton<WorldKind>()
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<ZoneKind>())
        .AddSingleton<IEntityKind>(provider => provider.GetRequiredService<WorldKind>())
        .AddSingleton<TerritoryReads>();
}
