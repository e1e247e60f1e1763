using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Hosting.Board;

namespace OrleansGameState.Gateway.Cluster;

/// <summary>The cluster over HTTP.</summary>
internal static class ClusterEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcJsonConverter() },
    };

    public static void AddCluster(this IServiceCollection services)
    {
        services.AddSingleton<ClusterReads>();
        services.AddSingleton<IBoardPart, GatewayBoardPart>();
    }

    public static void MapCluster(this IEndpointRouteBuilder app)
    {
        var reads = app.ServiceProvider.GetRequiredService<ClusterReads>();
        var endpoint = app.MapGet("/api/v1/cluster", (Delegate)((HttpContext context) => Write(context, reads)))
            .WithTags("Cluster")
            .WithSummary("The silos, what they do, and who else is there. Answers within two seconds; what does not answer is named in missing.")
            .Produces<ClusterView>();
        if (app.ServiceProvider.GetRequiredService<IOptions<GatewayOptions>>().Value.ClusterNeedsKey)
        {
            endpoint.RequireScope(Scopes.Admin);
        }
    }

    private static async Task Write(HttpContext context, ClusterReads reads)
    {
        var view = await reads.Read();
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(view, Json, context.RequestAborted);
    }
}
