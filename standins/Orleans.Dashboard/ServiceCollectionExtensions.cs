using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using Orleans.Standin;

namespace Orleans.Dashboard;

/// <summary>The Orleans dashboard: here an answer that says which build has it.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Takes the options; there is nothing to collect.</summary>
    public static ISiloBuilder AddDashboard(this ISiloBuilder siloBuilder, Action<DashboardOptions>? configureOptions = null) =>
        siloBuilder.ConfigureServices(services => Add(services, configureOptions));

    /// <inheritdoc cref="AddDashboard(ISiloBuilder, Action{DashboardOptions})"/>
    public static IClientBuilder AddDashboard(this IClientBuilder clientBuilder, Action<DashboardOptions>? configureOptions = null) =>
        clientBuilder.ConfigureServices(services => Add(services, configureOptions));

    /// <summary>Maps answers of 501 that name the build with the dashboard.</summary>
    /// <exception cref="InvalidOperationException">The dashboard was not added to silo or client.</exception>
    public static RouteGroupBuilder MapOrleansDashboard(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string? routePrefix = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<DashboardMarker>() is null)
        {
            throw new InvalidOperationException("The dashboard was not added: call AddDashboard on ISiloBuilder or IClientBuilder.");
        }

        var group = endpoints.MapGroup(routePrefix ?? string.Empty);
        group.MapGet("/{**path}", static () => Results.Text(
            NotInThisBuild.Error("The Orleans dashboard").Message, "text/plain", statusCode: StatusCodes.Status501NotImplemented));
        return group;
    }

    private static void Add(IServiceCollection services, Action<DashboardOptions>? configureOptions)
    {
        services.TryAddSingleton<DashboardMarker>();
        services.Configure(configureOptions ?? (static _ => { }));
    }
}
