using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Entities;

internal sealed class EntityOptionsValidation : IValidateOptions<EntityOptions>
{
    public ValidateOptionsResult Validate(string? name, EntityOptions options) => options.WatchLeaseSeconds is >= 5 and <= 600
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{EntityOptions.Section}:{nameof(EntityOptions.WatchLeaseSeconds)} is {options.WatchLeaseSeconds}; set it from 5 to 600 (default 30).");
}
