using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OrleansGameState.Hosting.Health;

/// <summary>/healthz: the process answers. /readyz: what is registered with the tag <c>ready</c> does as well.</summary>
internal static class HealthEndpoints
{
    public const string ReadyTag = "ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false, ResponseWriter = Write });
        app.MapHealthChecks("/readyz", new() { Predicate = check => check.Tags.Contains(ReadyTag), ResponseWriter = Write });
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            status = Word(report.Status),
            checks = report.Entries.Select(entry => new
            {
                name = entry.Key,
                status = Word(entry.Value.Status),
                description = entry.Value.Description ?? entry.Value.Exception?.Message,
                data = entry.Value.Data,
            }),
        });
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
