using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Postgres;

/// <summary>Puts the embedded server into the host.</summary>
internal static class EmbeddedPostgresHosting
{
    /// <summary>Where the embedded server would keep what; null where PostgreSQL's programs are not found.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong: it is read while the host is composed, before the others are checked.</exception>
    /// <exception cref="NotStartedException">The data folder cannot be read.</exception>
    public static PostgresPlaces? FindEmbeddedPostgres(this IConfiguration configuration)
    {
        var options = configuration.ReadValidated<EmbeddedPostgresOptions, EmbeddedPostgresOptionsValidation>(EmbeddedPostgresOptions.Section);
        return PostgresBinaries.Find(options) is null ? null : PostgresPlaces.Of(options);
    }

    /// <summary>The data folder, where it holds a database that an embedded server once made; null where it doesn't.</summary>
    public static string? FindAbandonedFolder(this IConfiguration configuration) =>
        PostgresPlaces.Of(configuration.Read()).DataDirectory is var folder && DataFolder.Inspect(folder).Content == DataFolderContent.Cluster ? folder : null;

    /// <summary>Starts it with the host. To be called before whatever uses the database is added.</summary>
    public static IServiceCollection AddEmbeddedPostgres(this IServiceCollection services)
    {
        services.AddOptions<EmbeddedPostgresOptions>().BindConfiguration(EmbeddedPostgresOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddedPostgresOptions>, EmbeddedPostgresOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EmbeddedPostgres>();
        services.AddSingleton<IStartsEarly>(provider => provider.GetRequiredService<EmbeddedPostgres>());
        return services.AddHostedService(provider => provider.GetRequiredService<EmbeddedPostgres>());
    }

    private static EmbeddedPostgresOptions Read(this IConfiguration configuration) =>
        configuration.GetSection(EmbeddedPostgresOptions.Section).Get<EmbeddedPostgresOptions>() ?? new();
}
