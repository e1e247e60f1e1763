using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Gives a request's span its name and its answer, which ASP.NET Core leaves to others.</summary>
internal sealed class RequestSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static async (context, following) =>
        {
            try
            {
                await following(context);
            }
            finally
            {
                if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                {
                    Describe(span, context);
                }
            }
        });
        next(app);
    };

    private static void Describe(Activity span, HttpContext context)
    {
        var status = context.Response.StatusCode;
        var grpcStatus = span.GetTagItem("grpc.status_code") as string;
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError || IsFailure(grpcStatus))
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        // The pattern: with what it was filled with there would be a name for each entity.
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
        {
            span.SetTag("http.route", route);
            span.DisplayName = grpcStatus is not null ? route.TrimStart('/') : $"{context.Request.Method} {route}";
        }
    }

    // UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS; the others are the client's.
    private static bool IsFailure(string? code) => code is "2" or "4" or "12" or "13" or "14" or "15";
}
