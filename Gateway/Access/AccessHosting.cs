using Grpc.AspNetCore.Server;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Access;

/// <summary>Keys before what is not open to everybody.</summary>
internal static class AccessHosting
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<GatewayOptions>, ApiKeysValidation>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<FailedKeys>();
        services.AddSingleton<Gate>();
        services.AddSingleton<MadeKey>();
        services.AddSingleton<IStartsEarly>(provider => provider.GetRequiredService<MadeKey>());
        services.AddHostedService(provider => provider.GetRequiredService<MadeKey>());
    }

    /// <summary>Has the methods of a gRPC service ask for a key with the scope that each is given by its name; null is open.</summary>
    public static void RequireScopes(this GrpcServiceEndpointConventionBuilder methods, Func<string, string?> scopeOf) => methods.Finally(endpoint =>
    {
        if (endpoint.Metadata.OfType<GrpcMethodMetadata>().FirstOrDefault() is { } method && scopeOf(method.Method.Name) is { } scope)
        {
            Guard(endpoint, scope);
        }
    });

    /// <summary>
    /// Has these endpoints, of HTTP or gRPC, ask for a key with the scope. It is part of them and no step of the pipeline:
    /// whatever is open pays nothing, and none can be reached around it.
    /// </summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint => Guard(endpoint, scope));
        return endpoints;
    }

    private static void Guard(EndpointBuilder endpoint, string scope)
    {
        var next = endpoint.RequestDelegate ?? throw new InvalidOperationException($"{endpoint.DisplayName} has nothing behind its gate.");
        endpoint.RequestDelegate = context => context.RequestServices.GetRequiredService<Gate>().Pass(context, scope, next);
        endpoint.Metadata.Add(NeedsKey.Mark);
    }
}
