using Microsoft.Extensions.DependencyInjection;
using Orleans.Standin;
using Orleans.Streams;

namespace Orleans;

/// <summary>Streams for grains.</summary>
public static class GrainStreamingExtensions
{
    /// <summary>The provider of this name.</summary>
    /// <exception cref="KeyNotFoundException">None has it.</exception>
    public static IStreamProvider GetStreamProvider(this Grain grain, string name) => GetStreamProvider((IGrainBase)grain, name);

    /// <inheritdoc cref="GetStreamProvider(Grain, string)"/>
    public static IStreamProvider GetStreamProvider(this IGrainBase grain, string name)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Activation.Of(grain).Silo.Services.GetKeyedService<IStreamProvider>(name)
            ?? throw new KeyNotFoundException($"Stream provider '{name}' not found");
    }
}
