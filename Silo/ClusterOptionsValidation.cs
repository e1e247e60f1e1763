using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo;

internal sealed class ClusterOptionsValidation : IValidateOptions<ClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        var failures = new[]
        {
            (Key: nameof(ClusterOptions.SiloPort), Port: options.SiloPort),
            (Key: nameof(ClusterOptions.GatewayPort), Port: options.GatewayPort),
        }
            .Where(setting => setting.Port is < 1 or > 65535)
            .Select(setting => $"{ClusterOptions.Section}:{setting.Key} is {setting.Port}; set it to a free port from 1 to 65535.")
            .ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
