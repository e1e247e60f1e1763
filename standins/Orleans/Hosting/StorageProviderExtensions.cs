using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;

namespace Orleans.Runtime.Hosting;

/// <summary>Adds stores of one's own.</summary>
public static class StorageProviderExtensions
{
    private const string Default = "Default";

    /// <summary>Adds a store under a name; the name <c>Default</c> makes it the default store.</summary>
    public static IServiceCollection AddGrainStorage<T>(
        this IServiceCollection collection, string name, Func<IServiceProvider, string, T> implementationFactory)
        where T : IGrainStorage
    {
        collection.AddKeyedSingleton<IGrainStorage>(name, (provider, key) => implementationFactory(provider, (string)key!));
        if (name == Default)
        {
            collection.TryAddSingleton(provider => provider.GetRequiredKeyedService<IGrainStorage>(Default));
        }

        return collection;
    }
}
