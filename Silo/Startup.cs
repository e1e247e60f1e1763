using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo;

/// <summary>Runs the program; where a setting keeps it from starting, tells that and nothing else.</summary>
internal static class Startup
{
    private const int ConfigurationError = 78;

    /// <summary>Composes and runs it. The exit code: 0 once stopped, 78 (EX_CONFIG) where a setting is wrong.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> compose)
    {
        try
        {
            await using var app = compose();

            // The host would do it too, but would log a stack trace of each setting.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            return await RefuseAsync([invalid]);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await RefuseAsync(several.InnerExceptions.OfType<OptionsValidationException>());
        }
    }

    private static async Task<int> RefuseAsync(IEnumerable<OptionsValidationException> invalid)
    {
        foreach (var failure in invalid.SelectMany(options => options.Failures))
        {
            await Console.Error.WriteLineAsync($"Not started: {failure}");
        }

        return ConfigurationError;
    }
}
