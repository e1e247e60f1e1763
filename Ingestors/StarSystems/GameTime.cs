using System.Globalization;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Times as the feeds write them: ISO 8601, some with stray spaces.</summary>
internal static class GameTime
{
    // What is added to times and taken off stays within what a time can hold.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time in UTC; null where the text is none.</summary>
    public static DateTimeOffset? Read(string? text) =>
        text is { Length: > 0 and <= 64 }
        && DateTimeOffset.TryParse(text.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && text.Contains('T', StringComparison.Ordinal)
            ? Valid(time)
            : null;

    /// <summary>The time where it is one that can be reckoned with.</summary>
    public static DateTimeOffset? Valid(DateTimeOffset time) => time >= Earliest && time < Latest ? time.ToUniversalTime() : null;

    /// <summary>The time, later or earlier, in the form of the text: with as many digits of a second.</summary>
    public static string Write(DateTimeOffset time, string like)
    {
        var point = like.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : Math.Min(7, like.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count());
        var format = digits == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : $"yyyy-MM-dd'T'HH:mm:ss.{new string('f', digits)}'Z'";
        return time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }
}
