using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway.Cluster;

/// <summary>Orleans' own dashboard at /dashboard, for those with an admin key.</summary>
internal static class DashboardHosting
{
    // Its bundle brings its styles and icons along in the text.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>For a gateway that is a client of its silos, which have a part of it each; where the silo is in this process, it has all.</summary>
    public static void AddDashboardClient(this IHostApplicationBuilder builder) => builder.UseOrleansClient(client => client.AddDashboard());

    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        var dashboard = app.MapOrleansDashboard("/dashboard").ExcludeFromDescription();
        ((IEndpointConventionBuilder)dashboard).Finally(Guard);
        dashboard.RequireScope(Scopes.Admin);
    }

    private static void Guard(EndpointBuilder endpoint)
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        };
    }
}
