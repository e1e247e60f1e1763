using System.Net.Http.Headers;
using System.Text;

namespace OrleansGameState.Gateway.Access;

/// <summary>Where a request carries a key.</summary>
internal static class Credentials
{
    /// <summary>The header; over gRPC it is metadata of that name in small letters.</summary>
    public const string Header = "X-Api-Key";

    /// <summary>The key of a request; null where it has none.</summary>
    public static string? Find(HttpRequest request) => request.Headers[Header] switch
    {
        [{ Length: > 0 } key] => key,
        _ => IsRead(request) ? Password(request.Headers.Authorization) : null,
    };

    // A browser sends a password along with what another site's page makes it ask for: that must not change anything.
    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string? Password(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[value.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length))
        {
            return null;
        }

        var (pair, colon) = (Encoding.UTF8.GetString(bytes, 0, length), 0);
        return (colon = pair.IndexOf(':', StringComparison.Ordinal)) >= 0 && colon + 1 < pair.Length ? pair[(colon + 1)..] : null;
    }
}
