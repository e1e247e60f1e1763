using Microsoft.Extensions.Options;

namespace OrleansGameState.Gateway.Access;

internal sealed class ApiKeysValidation : IValidateOptions<GatewayOptions>
{
    private const string Section = $"{GatewayOptions.Section}:{nameof(GatewayOptions.ApiKeys)}";

    private static string Known => string.Join(", ", Scopes.All);

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        string[] failures = [.. options.ApiKeys.SelectMany((key, index) => Failures(key, $"{Section}:{index}")), .. Doubles(options.ApiKeys), .. Folder(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ApiKeySettings key, string section)
    {
        if (string.IsNullOrWhiteSpace(key.Name))
        {
            yield return $"{section}:{nameof(key.Name)} is empty; name whose key it is.";
        }

        // What is not a hash may be the key itself, and is not repeated.
        if (!KeyHash.IsHash(key.Sha256))
        {
            yield return $"{section}:{nameof(key.Sha256)} is not a SHA-256; set it to the 64 hexadecimal digits that 'printf %s KEY | sha256sum' gives, not to the key.";
        }

        var scopes = Scopes.Split(key.Scopes);
        if (scopes.Length == 0)
        {
            yield return $"{section}:{nameof(key.Scopes)} is empty; set it to some of {Known}, with commas.";
        }

        foreach (var scope in scopes.Except(Scopes.All))
        {
            yield return $"{section}:{nameof(key.Scopes)} has '{scope}'; set it to some of {Known}, with commas.";
        }
    }

    private static IEnumerable<string> Doubles(ApiKeySettings[] keys) =>
        from key in keys
        where key.Sha256.Length > 0
        group key by key.Sha256.ToUpperInvariant() into same
        where same.Count() > 1
        select $"{Section} has the same {nameof(ApiKeySettings.Sha256)} for {string.Join(" and ", same.Select(key => key.Name))}; give each a key of its own.";

    private static IEnumerable<string> Folder(GatewayOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            yield return $"{GatewayOptions.Section}:{nameof(GatewayOptions.DataDirectory)} is empty; set it to a folder, or leave it out for 'data'.";
        }
    }
}
