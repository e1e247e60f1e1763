using System.Globalization;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo;

internal sealed class MembershipOptionsValidation : IValidateOptions<MembershipOptions>
{
    public ValidateOptionsResult Validate(string? name, MembershipOptions options)
    {
        string[] failures =
        [
            .. Range(nameof(MembershipOptions.ProbeSeconds), options.ProbeSeconds, 0.5, 60, 1),
            .. Range(nameof(MembershipOptions.MissedProbes), options.MissedProbes, 1, 10, 3),
            .. Range(nameof(MembershipOptions.DeathVotes), options.DeathVotes, 1, 10, 2),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string[] Range(string key, double value, double least, double most, double usual) => value >= least && value <= most
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{MembershipOptions.Section}:{key} is {value}; set it from {least} to {most} (default {usual}).")];
}
