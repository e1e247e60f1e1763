using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class GalaxyOptionsValidation : IValidateOptions<GalaxyOptions>
{
    public ValidateOptionsResult Validate(string? name, GalaxyOptions options)
    {
        string?[] failures =
        [
            Range(nameof(options.SettleHours), options.SettleHours, 2, 12, 8),
            Range(nameof(options.MinimumHours), options.MinimumHours, Math.Max(6, options.SettleHours), 20, 12),
            Range(nameof(options.SlackMinutes), options.SlackMinutes, 1, 120, 30),
            Range(nameof(options.DoubtfulConfidence), options.DoubtfulConfidence, 0.8, 0.9999, 0.9),
            Range(nameof(options.ConfirmedConfidence), options.ConfirmedConfidence, options.DoubtfulConfidence, 0.999999, 0.999),
            Range(nameof(options.LeastSystems), options.LeastSystems, 3, 50, 5),
            Range(nameof(options.BorneOutHours), options.BorneOutHours, 0.5, 12, 2),
            Range(nameof(options.OverdueHours), options.OverdueHours, 24, 40, 26),
        ];
        var told = failures.OfType<string>().ToArray();
        return told.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(told);
    }

    // A value that is no number is in no range.
    private static string? Range(string key, double value, double from, double to, double usual) => value >= from && value <= to
        ? null
        : FormattableString.Invariant($"{GalaxyOptions.Section}:{key} is {value}; set it from {from} to {to} (default {usual}).");
}
