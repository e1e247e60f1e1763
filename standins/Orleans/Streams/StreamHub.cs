using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Standin;

/// <summary>The silo's streams.</summary>
internal sealed class StreamHub
{
    private const string PubSubStore = "PubSubStore";

    private readonly ConcurrentDictionary<(string Provider, StreamId Id), StreamChannel> _channels = new();

    internal StreamChannel Channel(string provider, StreamId id) =>
        _channels.GetOrAdd((provider, id), static key => new(key.Provider, key.Id));

    /// <summary>Subscriptions are kept in a store, which has to be there when the silo starts.</summary>
    internal static void RequireStores(IServiceProvider services)
    {
        foreach (var provider in services.GetServices<StreamProviderName>())
        {
            if (services.GetKeyedService<IGrainStorage>(provider.Name) is null && services.GetKeyedService<IGrainStorage>(PubSubStore) is null)
            {
                throw new OrleansConfigurationException(
                    $"Streams '{provider.Name}' keep their subscriptions in a store named {PubSubStore}, which is not there: add AddMemoryGrainStorage(\"{PubSubStore}\").");
            }
        }
    }
}
