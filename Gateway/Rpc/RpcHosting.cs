using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Routing;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Sectors;
using OrleansGameState.Gateway.Sectors.V1;
using OrleansGameState.Gateway.StarSystems;
using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Gateway.Territory;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>The gRPC side of the gateway.</summary>
internal static class RpcHosting
{
    public static void AddRpc(this IServiceCollection services)
    {
        services.AddGrpc(grpc => grpc.Interceptors.Add<FailureInterceptor>());
        services.AddSingleton<FailureInterceptor>();
        services.AddSingleton<RpcWatch>();
        services.AddSingleton<RpcAnnouncements>();
        services.AddSingleton<TerritoryRpc>();
        services.AddSingleton<StarSystemRpc>();
        services.AddSingleton<SectorRpc>();
        services.AddSingleton<IServiceMethodProvider<TerritoryRpc>, ReadyZones>();
        services.AddSingleton<HealthRpc>();
        services.AddSingleton<ReflectionV1Rpc>();
        services.AddSingleton<ReflectionV1AlphaRpc>();
        services.AddSingleton(new Descriptors(
        [
            TerritoryService.Descriptor,
            StarSystemService.Descriptor,
            SectorService.Descriptor,
            Health.Health.Descriptor,
            Reflection.V1.ServerReflection.Descriptor,
            Reflection.V1Alpha.ServerReflection.Descriptor,
        ]));
    }

    public static void MapRpc(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<TerritoryRpc>().Add(PutReadyFirst);
        app.MapGrpcService<StarSystemRpc>();
        app.MapGrpcService<SectorRpc>().RequireScopes(SectorRpc.ScopeOf);
        app.MapGrpcService<HealthRpc>();
        app.MapGrpcService<ReflectionV1Rpc>();
        app.MapGrpcService<ReflectionV1AlphaRpc>();
    }

    private static void PutReadyFirst(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.Metadata.Contains(ReadyZones.Mark))
        {
            route.Order = -1;
        }
    }
}
