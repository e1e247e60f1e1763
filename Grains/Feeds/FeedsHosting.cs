using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Feeds;

/// <summary>Registers what the feeds' grains need.</summary>
public static class FeedsHosting
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<FeedLeaseOptions>().BindConfiguration(FeedLeaseOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedLeaseOptions>, FeedLeaseOptionsValidation>();
        return services;
    }
}
