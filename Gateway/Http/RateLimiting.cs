using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway.Http;

/// <summary>Reads by remote address. What comes over loopback passes by, and what needs a key, which has a limit of its own.</summary>
internal static class RateLimiting
{
    public static void AddReadLimit(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewayOptions>>((limiter, gateway) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
                RateLimitPartition.GetTokenBucketLimiter(Network(context.Connection.RemoteIpAddress!), _ => Bucket(gateway.Value.RateLimit)));
            limiter.OnRejected = (rejected, _) => new(Refuse(rejected));
        });
    }

    public static void UseReadLimit(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.RateLimit.Enabled)
        {
            app.UseWhen(IsLimited, limited => limited.UseRateLimiter());
        }
    }

    private static bool IsLimited(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && !IPAddress.IsLoopback(address)
        && context.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is null
        && (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/realtime") || context.Request.Path.StartsWithSegments("/galtick.json") || context.Request.IsGrpc());

    /// <summary>Who an address stands for: who has one IPv6 address has a /64 of them.</summary>
    public static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Math.Min(8, bytes.Length)).Clear();
        return new(bytes);
    }

    private static TokenBucketRateLimiterOptions Bucket(RateLimitSettings settings) => new()
    {
        TokenLimit = settings.Burst,
        TokensPerPeriod = settings.PermitsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static Task Refuse(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        if (context.Request.IsGrpc())
        {
            return GrpcRefusal.Write(context, 8, "Too many reads from this address.");
        }

        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return new Problem(StatusCodes.Status429TooManyRequests, "Too many requests", $"Too many reads from this address; try again in {wait} s.").Write(context);
    }
}
