using System.Globalization;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.Retention;

internal sealed class RetentionOptionsValidation(StoredTypes types) : IValidateOptions<RetentionOptions>
{
    private const int MostDays = 36_500;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string[] failures = [.. options.Systems.Select(setting => Failure(setting.Key, setting.Value)).OfType<string>()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string? Failure(string system, string? days)
    {
        if (!types.Systems.Contains(system, StringComparer.OrdinalIgnoreCase))
        {
            return $"{RetentionOptions.Section}:{system} names no system; there is: {string.Join(", ", types.Systems)}.";
        }

        return int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays
            ? null
            : $"{RetentionOptions.Section}:{system} is '{days}'; set it to whole days from 1 to {MostDays}, or leave it out to keep the history for ever.";
    }
}
