using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Storage;

internal sealed class MemoryStorageOptionsValidation : IValidateOptions<MemoryStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, MemoryStorageOptions options) => options.EventsPerEntity is >= 100 and <= 1_000_000
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{MemoryStorageOptions.Section}:{nameof(MemoryStorageOptions.EventsPerEntity)} is {options.EventsPerEntity}; set it from 100 to 1000000 (default 10000).");
}
