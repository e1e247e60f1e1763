using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>The WebSocket at /realtime.</summary>
internal sealed class RealtimeEndpoint(
    WatchRegistry watches,
    Announcements announcements,
    EntityKinds kinds,
    IEnumerable<IFollowedTopics> followed,
    IOptions<GatewayOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger<RealtimeEndpoint> logger)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var endpoint = app.ServiceProvider.GetRequiredService<RealtimeEndpoint>();
        app.Map("/realtime", endpoint.Serve).ExcludeFromDescription();
    }

    private async Task Serve(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await new Problem(StatusCodes.Status400BadRequest, "Invalid request", "/realtime is a WebSocket.", "Upgrade").Write(context);
            return;
        }

        if (context.Request.Headers.Origin.FirstOrDefault() is { Length: > 0 } origin && !IsAllowed(context.Request, origin))
        {
            Log.OriginRefused(logger, context.Connection.RemoteIpAddress?.ToString(), origin);
            await new Problem(StatusCodes.Status403Forbidden, "Forbidden", $"Pages of {origin} are not in Gateway:AllowedOrigins.", "Origin").Write(context);
            return;
        }

        CallPatience.Outlast();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new WebSocketConnection(socket, watches, announcements, kinds, [.. followed], options.Value, time, metrics, logger)
            .Serve(lifetime.ApplicationStopping);
    }

    private bool IsAllowed(HttpRequest request, string origin) =>
        (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && HostString.FromUriComponent(uri).Equals(WithPort(request, uri)))
        || options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    // An Origin leaves out its scheme's usual port, a Host need not.
    private static HostString WithPort(HttpRequest request, Uri origin) =>
        request.Host.Port is null || !origin.IsDefaultPort || request.Host.Port != origin.Port ? request.Host : new(request.Host.Host);
}
