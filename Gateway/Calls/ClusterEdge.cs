using Microsoft.Extensions.Options;
using Orleans.Configuration;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Hosting;
using OrleansGameState.Hosting.Shutdown;

namespace OrleansGameState.Gateway.Calls;

/// <summary>Where a request enters a gateway that is a client of a cluster.</summary>
public static class ClusterEdge
{
    // Of calls that name no time-out of their own: a lost answer must be noticed while patience lasts.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Settings of a gateway whose silos may be lost.</summary>
    public static WebApplicationBuilder AddClusterDefaults(this WebApplicationBuilder builder)
    {
        builder.AddDrainDefault();
        builder.AddDefaults([new($"{GatewayOptions.Section}:{nameof(GatewayOptions.WatchRenewSeconds)}", "3")]);
        return builder;
    }

    /// <summary>Has calls that are lost with a silo repeated while a caller waits; for gateways with silos in other processes.</summary>
    public static WebApplicationBuilder AddCallRepeats(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ClientMessagingOptions>(calls => calls.ResponseTimeout = AnswerTimeout);
        builder.Services.AddSingleton<CallRepeats>();
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(services => services.GetRequiredService<CallRepeats>());
        return builder;
    }

    /// <summary>Does nothing where <see cref="AddCallRepeats"/> was not called.</summary>
    internal static void UseCallPatience(this WebApplication app)
    {
        if (app.Services.GetService<CallRepeats>() is null)
        {
            return;
        }

        var started = app.Lifetime.ApplicationStarted;
        var time = app.Services.GetRequiredService<TimeProvider>();
        var patience = TimeSpan.FromSeconds(app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.CallPatienceSeconds);
        app.UseWhen(context => !IsOperations(context.Request.Path), served => served.Use((context, next) =>
        {
            if (!started.IsCancellationRequested)
            {
                return Failures.NoSiloYet.Write(context);
            }

            CallPatience.Begin(new(time.GetUtcNow() + patience, context.RequestAborted));
            return next(context);
        }));
    }

    // Told while a silo is waited for.
    private static bool IsOperations(PathString path) => path == "/healthz" || path == "/readyz" || path == "/metrics";
}
