using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>Registers what drops old history. Wants an <see cref="Npgsql.NpgsqlDataSource"/> of its own or of the reads'.</summary>
internal static class RetentionHosting
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidation>();
        services.AddSingleton<HistoryRetention>();
        return services.AddHostedService<DailyRetention>();
    }

    // By hand: the binder would answer text that is no number with an exception that names no cure.
    private static void Read(RetentionOptions options, IConfiguration configuration)
    {
        foreach (var setting in configuration.GetSection(RetentionOptions.Section).GetChildren())
        {
            options.Systems[setting.Key] = setting.Value;
        }
    }
}
