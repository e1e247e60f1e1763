using Microsoft.Extensions.Options;
using OrleansGameState.Hosting.Shutdown;

namespace OrleansGameState.Hosting;

/// <summary>Runs a program; where a setting keeps it from starting, tells that and nothing else.</summary>
internal static class Startup
{
    private const int ConfigurationError = 78;

    /// <summary>Composes and runs it. The exit code: 0 once stopped, 78 (EX_CONFIG) where a setting is wrong, or what it names.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> compose)
    {
        try
        {
            var app = compose();
            using var deadline = StopDeadline.Of(app);
            await using (app)
            {
                await RunAsync(app);
            }

            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            return await RefuseAsync(invalid.Failures);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await RefuseAsync(several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(options => options.Failures));
        }
        catch (Exception refusal) when (refusal is NotStartedException or OrleansConfigurationException)
        {
            return await RefuseAsync([refusal.Message]);
        }
    }

    private static async Task RunAsync(WebApplication app)
    {
        // Once the host is gone, so is its word.
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            // The host would do all of it too, but would log a stack trace of each setting.
            app.Services.GetService<IStartupValidator>()?.Validate();
            foreach (var service in app.Services.GetServices<IStartsEarly>())
            {
                await service.StartAsync(stopping);
            }

            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it waited for what it needs to start.
        }
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> failures)
    {
        foreach (var failure in failures)
        {
            await Console.Error.WriteLineAsync($"Not started: {failure}");
        }

        return ConfigurationError;
    }
}
