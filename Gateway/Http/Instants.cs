using System.Globalization;
using System.Text.RegularExpressions;

namespace OrleansGameState.Gateway.Http;

/// <summary>Instants in queries and answers: RFC 3339, with an offset or a Z.</summary>
internal static partial class Instants
{
    /// <summary>False with the problem where <paramref name="text"/> is not an instant.</summary>
    public static bool TryParse(string field, string text, out DateTimeOffset instant, out Problem? problem)
    {
        problem = null;
        instant = default;
        if (Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant))
        {
            return true;
        }

        problem = Problem.Invalid(
            field,
            $"{field} is '{text}'; it is an instant with its offset, such as 2026-05-01T12:00:00Z or 2026-05-01T14:00:00%2B02:00 (a + must be written %2B in an address).");
        return false;
    }

    /// <summary>In UTC, with as many digits as it has.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
