using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What ids and texts of commands may be, whatever way they come.</summary>
internal static class SectorChecks
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 64;

    /// <summary>Characters of what a beacon says.</summary>
    public const int LongestBeacon = 500;

    public const int MostTurns = 1_000_000_000;

    public const int DeepestScan = 5;

    public const int MostAvoided = 1000;

    /// <summary>What is wrong with an id; null where nothing is.</summary>
    public static Problem? Id(string field, string? text) => SectorKeys.IsId(text)
        ? null
        : Problem.Invalid(field, string.IsNullOrEmpty(text) ? $"{field} is missing; it is {SectorKeys.IdText}." : $"{field} is '{Short(text)}'; it is {SectorKeys.IdText}.");

    /// <summary>What is wrong with text that is shown, without the field; null where nothing is.</summary>
    public static string? Text(string text, int most) => text switch
    {
        _ when text.Length > most => $"has {text.Length} characters; it has at most {most}",
        _ when text.Any(char.IsControl) => "holds control characters",
        _ => null,
    };

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static Problem? Shown(string field, string text, bool isNeeded = false) =>
        (isNeeded && string.IsNullOrWhiteSpace(text) ? "is missing or empty" : Text(text, LongestName)) is { } wrong
            ? Problem.Invalid(field, $"{field} {wrong}.")
            : null;

    /// <summary>What is wrong with the sectors that a path is to avoid; null where nothing is.</summary>
    public static Problem? Avoided(IReadOnlyCollection<string> sectors) => sectors.Count > MostAvoided
        ? Problem.Invalid("avoid", $"avoid has {sectors.Count} sectors; it has at most {MostAvoided}.")
        : sectors.Select(sector => Id("avoid", sector)).FirstOrDefault(problem => problem is not null);

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}...";
}
