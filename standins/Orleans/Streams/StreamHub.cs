using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Standin;

/// <summary>The silo's streams.</summary>
internal sealed class StreamHub(IServiceProvider services)
{
    private const string PubSubStore = "PubSubStore";

    private readonly ConcurrentDictionary<(string Provider, StreamId Id), StreamChannel> _channels = new();

    /// <summary>The channel of a stream.</summary>
    /// <exception cref="BadProviderConfigException">There is no store for subscriptions.</exception>
    internal StreamChannel Channel(string provider, StreamId id)
    {
        if (services.GetKeyedService<IGrainStorage>(PubSubStore) is null)
        {
            throw new BadProviderConfigException(
                $"No storage provider named \"{PubSubStore}\" found, which streams keep their subscriptions in: add it with AddMemoryGrainStorage(\"{PubSubStore}\").");
        }

        return _channels.GetOrAdd((provider, id), static key => new(key.Provider, key.Id));
    }
}
