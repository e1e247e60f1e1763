using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting;

/// <summary>Reads settings that the composition itself depends on, and so before the host validates the others.</summary>
internal static class ComposedOptions
{
    /// <exception cref="OptionsValidationException">A value cannot be read, or is out of its range.</exception>
    public static TOptions ReadValidated<TOptions, TValidation>(this IConfiguration configuration, string section)
        where TOptions : class, new()
        where TValidation : class, IValidateOptions<TOptions>, new()
    {
        TOptions options;
        try
        {
            options = configuration.GetSection(section).Get<TOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsValidationException(section, typeof(TOptions), [$"{unreadable.Message} docs/operations.md says what it takes."]);
        }

        return new TValidation().Validate(null, options) is { Failed: true } result
            ? throw new OptionsValidationException(section, typeof(TOptions), result.Failures)
            : options;
    }
}
