using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Sectors;

internal sealed class SectorOptionsValidation : IValidateOptions<SectorOptions>
{
    private const int MostThresholds = 100;

    public ValidateOptionsResult Validate(string? name, SectorOptions options)
    {
        string?[] failures =
        [
            Range(nameof(options.RadiationChance), options.RadiationChance, 0, 1, 1),
            Range(nameof(options.AnomalyChance), options.AnomalyChance, 0, 1, 0.05),
            Thresholds(options.AriaThresholds),
            Range(nameof(options.StartingTurns), options.StartingTurns, 0, 1_000_000_000, 1000),
            Range(nameof(options.SessionMinutes), options.SessionMinutes, 1, 10_080, 30),
            Range(nameof(options.SweepSeconds), options.SweepSeconds, 5, 3600, 60),
            Range(nameof(options.ActivitySeconds), options.ActivitySeconds, 1, 600, 60),
            Range(nameof(options.ReservationSeconds), options.ReservationSeconds, 1, 600, 10),
            Range(nameof(options.ReservationWaitMilliseconds), options.ReservationWaitMilliseconds, 0, 10_000, 2000),
            Range(nameof(options.UnsettledMoves), options.UnsettledMoves, 2, 1000, 8),
        ];
        var told = failures.OfType<string>().ToArray();
        return told.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(told);
    }

    // A value that is no number is in no range.
    private static string? Range(string key, double value, double from, double to, double usual) => value >= from && value <= to
        ? null
        : FormattableString.Invariant($"{SectorOptions.Section}:{key} is {value}; set it from {from} to {to} (default {usual}).");

    private static string? Thresholds(int[] thresholds) =>
        thresholds.Length <= MostThresholds && thresholds.Zip(thresholds.Skip(1)).All(pair => pair.First < pair.Second) && thresholds.All(threshold => threshold > 0)
            ? null
            : $"{SectorOptions.Section}:{nameof(SectorOptions.AriaThresholds)} is {string.Join(", ", thresholds)}; set up to {MostThresholds} whole numbers from 1, each above the one before (default 10, 50, 200, 1000, 5000).";
}
