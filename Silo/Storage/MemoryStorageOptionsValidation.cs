using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Storage;

internal sealed class MemoryStorageOptionsValidation : IValidateOptions<MemoryStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, MemoryStorageOptions options)
    {
        string[] failures =
        [
            .. Range(nameof(MemoryStorageOptions.EventsPerEntity), options.EventsPerEntity, 100, 1_000_000, 10_000),
            .. Range(nameof(MemoryStorageOptions.EventsPerSystem), options.EventsPerSystem, 1000, 10_000_000, 100_000),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string[] Range(string key, int value, int least, int most, int usual) => value >= least && value <= most
        ? []
        : [$"{MemoryStorageOptions.Section}:{key} is {value}; set it from {least} to {most} (default {usual})."];
}
