namespace OrleansGameState.Bench.Serving;

/// <summary>Errors only, whatever the settings beside the program say: figures are printed between the lines.</summary>
internal static class Quiet
{
    public static void KeepQuiet(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        options.Rules.Clear();
        options.MinLevel = LogLevel.Error;
    });
}
