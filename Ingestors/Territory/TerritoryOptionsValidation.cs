using System.Globalization;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Says of every setting that is wrong which key it is and what would cure it.</summary>
internal sealed class TerritoryOptionsValidation : IValidateOptions<TerritoryOptions>
{
    public ValidateOptionsResult Validate(string? name, TerritoryOptions options)
    {
        var problems = Problems(options).Select(problem => $"{TerritoryOptions.Section}:{problem}").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TerritoryOptions options)
    {
        if (!TerritorySettings.Environments.Contains(options.Environment))
        {
            yield return $"Environment is '{options.Environment}'; set it to ps2, ps2ps4us or ps2ps4eu.";
        }

        if (!IsUrl(options.StreamUrl, "ws", "wss"))
        {
            yield return $"StreamUrl is '{options.StreamUrl}'; set it to a ws:// or wss:// address without query, or leave it out for {TerritorySettings.DefaultStreamUrl}.";
        }

        if (!IsUrl(options.RestUrl, "http", "https"))
        {
            yield return $"RestUrl is '{options.RestUrl}'; set it to an http:// or https:// origin, leave it out for {TerritorySettings.DefaultRestUrl}, or set it empty to do without REST.";
        }

        if (!IsServiceId(options.ServiceId))
        {
            yield return $"ServiceId is '{options.ServiceId}'; set it to the id you registered: letters, digits, - and _, with or without s: before it.";
        }

        if (!AreIds(options.Worlds, int.MaxValue))
        {
            yield return "Worlds has something that is not a world's id; list ids such as 10, or leave it out for all known worlds.";
        }

        if (!AreIds(options.Zones, 0xFFFF))
        {
            yield return "Zones has something that is not a static zone's id; list ids such as 2 (1 to 65535), or leave it out for 2, 4, 6, 8 and 344.";
        }

        if (options.MapPollSeconds is < 5 or > 300)
        {
            yield return $"MapPollSeconds is {options.MapPollSeconds}; set it to 5 to 300.";
        }

        if (options.CacheLagSeconds is < 0 or > 300)
        {
            yield return $"CacheLagSeconds is {options.CacheLagSeconds}; set it to 0 to 300.";
        }

        if (options.CharacterCacheSize is < 100 or > 10_000_000)
        {
            yield return $"CharacterCacheSize is {options.CharacterCacheSize}; set it to 100 to 10000000.";
        }
    }

    private static bool IsUrl(string? url, params ReadOnlySpan<string> schemes) =>
        string.IsNullOrWhiteSpace(url)
        || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Query.Length == 0 && uri.Fragment.Length == 0);

    private static bool IsServiceId(string? id) =>
        string.IsNullOrWhiteSpace(id)
        || (TerritorySettings.WithoutPrefix(id) is { Length: > 0 } bare && bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    private static bool AreIds(string[]? ids, int maximum) =>
        TerritorySettings.Split(ids).All(id =>
            int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= maximum);
}
