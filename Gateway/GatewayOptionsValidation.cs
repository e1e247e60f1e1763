using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Gateway;

internal sealed class GatewayOptionsValidation : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var ranges = new[]
        {
            (Key: "TopicsPerConnection", Value: options.TopicsPerConnection, Min: 1, Max: 10_000),
            (Key: "QueueBytes", Value: options.QueueBytes, Min: 1024, Max: 64 * 1024 * 1024),
            (Key: "WatchLingerSeconds", Value: options.WatchLingerSeconds, Min: 0, Max: 600),
            (Key: "WatchRenewSeconds", Value: options.WatchRenewSeconds, Min: 1, Max: 200),
            (Key: "CallPatienceSeconds", Value: options.CallPatienceSeconds, Min: 1, Max: 60),
            (Key: "RateLimit:PermitsPerSecond", Value: options.RateLimit.PermitsPerSecond, Min: 1, Max: 1_000_000),
            (Key: "Sectors:ImportBytes", Value: options.Sectors.ImportBytes, Min: 1024, Max: 1024 * 1024 * 1024),
            (Key: "RateLimit:Burst", Value: options.RateLimit.Burst, Min: 1, Max: 1_000_000),
        }
            .Where(setting => setting.Value < setting.Min || setting.Value > setting.Max)
            .Select(setting => $"{GatewayOptions.Section}:{setting.Key} is {setting.Value}; set it from {setting.Min} to {setting.Max}.");
        var origins = options.AllowedOrigins
            .Where(origin => !IsOrigin(origin))
            .Select(origin => $"{GatewayOptions.Section}:AllowedOrigins has '{origin}'; an origin reads https://host or https://host:port, without a path.");
        string[] failures = [.. ranges, .. origins, .. PublishEndpoint(options.StarSystems.PublishEndpoint)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> PublishEndpoint(string text)
    {
        if (text.Length > 0 && !IsPublishEndpoint(text))
        {
            yield return $"{GatewayOptions.Section}:StarSystems:PublishEndpoint is '{text}'; set it to an address to listen at, such as tcp://127.0.0.1:5551 or tcp://*:5551, or to nothing.";
        }
    }

    private static bool IsPublishEndpoint(string text)
    {
        const string Scheme = "tcp://";
        var colon = text.LastIndexOf(':');
        return text.StartsWith(Scheme, StringComparison.Ordinal)
            && colon > Scheme.Length
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && (text[Scheme.Length..colon] is "*" || IPAddress.TryParse(text[Scheme.Length..colon], out _));
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.GetLeftPart(UriPartial.Authority) == text;
}
