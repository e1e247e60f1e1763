using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Shutdown;

internal sealed class ShutdownOptionsValidation : IValidateOptions<ShutdownOptions>
{
    public ValidateOptionsResult Validate(string? name, ShutdownOptions options) => options.DrainSeconds is < 0 or > 60
        ? ValidateOptionsResult.Fail($"{ShutdownOptions.DrainKey} is {options.DrainSeconds}; set it from 0 to 60, to what a load balancer takes to see that /readyz says 503.")
        : ValidateOptionsResult.Success;
}
