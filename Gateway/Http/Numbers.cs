using System.Globalization;
using System.Numerics;

namespace OrleansGameState.Gateway.Http;

/// <summary>Numbers in paths and queries: decimal digits only, within a range.</summary>
internal static class Numbers
{
    /// <summary>False with the problem where <paramref name="text"/> is not a number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static bool TryParse<T>(string field, string? text, T min, T max, out T value, out Problem? problem)
        where T : struct, IBinaryInteger<T>
    {
        problem = null;
        if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max)
        {
            return true;
        }

        problem = Problem.Invalid(field, string.Create(CultureInfo.InvariantCulture, $"{field} is '{text}'; it is a number from {min} to {max}."));
        return false;
    }
}
