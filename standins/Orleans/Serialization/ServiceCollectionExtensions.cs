using Microsoft.Extensions.DependencyInjection;
using Orleans.Standin;

namespace Orleans.Serialization;

/// <summary>The serializer on its own: only the real Orleans has that.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Refused by this build.</summary>
    public static IServiceCollection AddSerializer(this IServiceCollection services, Action<ISerializerBuilder>? configure = null) =>
        throw NotInThisBuild.Error("The serializer (AddSerializer)");
}
