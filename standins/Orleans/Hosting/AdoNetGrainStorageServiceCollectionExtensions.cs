using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Standin;

namespace Orleans.Hosting;

/// <summary>Grain states in a relational database; refused.</summary>
public static class AdoNetGrainStorageServiceCollectionExtensions
{
    /// <summary>Adds a store.</summary>
    /// <exception cref="OrleansConfigurationException">Always.</exception>
    public static IServiceCollection AddAdoNetGrainStorage(this IServiceCollection services, string name, Action<AdoNetGrainStorageOptions> configureOptions) =>
        throw NotInThisBuild.Error("Grain storage on ADO.NET");
}
