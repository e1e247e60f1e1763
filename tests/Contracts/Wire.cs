using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;

namespace OrleansGameState.Contracts;

/// <summary>The serializer that silos use between them. A build without it skips the test that asks, and says so.</summary>
internal static class Wire
{
    private static readonly Lazy<(Serializer? Serializer, string? Why)> Own = new(() => Make([]));

    internal static Serializer Serializer => OrSkip(Own.Value);

    /// <summary>A program of another version: in it, other types bear these names.</summary>
    internal static Serializer Where(params (string Alias, Type Type)[] types) => OrSkip(Make(types));

    private static Serializer OrSkip((Serializer? Serializer, string? Why) made)
    {
        Skip.If(made.Serializer is null, made.Why);
        return made.Serializer!;
    }

    private static (Serializer? Serializer, string? Why) Make((string Alias, Type Type)[] types)
    {
        try
        {
            var services = new ServiceCollection().AddSerializer();
            services.PostConfigure<TypeManifestOptions>(options =>
            {
                foreach (var (alias, type) in types)
                {
                    options.WellKnownTypeAliases.Remove(MessageTypes.AliasOf(type));
                    options.WellKnownTypeAliases[alias] = type;
                }
            });
            return (services.BuildServiceProvider().GetRequiredService<Serializer>(), null);
        }
        catch (OrleansConfigurationException exception)
        {
            return (null, exception.Message);
        }
    }
}
