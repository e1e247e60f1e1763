using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Health;

/// <summary>
/// The command <c>health</c>: asks the process that runs with the same settings how it is. It is for containers, whose
/// images have neither a shell nor curl.
/// </summary>
internal sealed class HealthCommand(TextWriter output)
{
    private const string Address = "Kestrel:Endpoints:Http:Url";
    private const int Well = 0;
    private const int Unwell = 1;

    // Its readiness answers within two seconds, whatever is the matter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The exit code: 0 where it answers that it is ready, or with <c>live</c> that it answers at all; else 1. One line tells it.</summary>
    /// <param name="arguments"><c>live</c> or nothing, then settings as the program takes them, <c>--Section:Key=value</c>.</param>
    /// <param name="defaultPort">Where the program listens with these settings, if they do not say.</param>
    public async Task<int> RunAsync(string[] arguments, Func<IConfiguration, int> defaultPort)
    {
        var (path, settings) = arguments is ["live", .. var rest] ? ("/healthz", rest) : ("/readyz", arguments);
        try
        {
            var configuration = ServerProgram.CreateBuilder(settings).Configuration;
            var url = configuration[Address] is { Length: > 0 } given ? given : $"http://127.0.0.1:{defaultPort(configuration)}";
            return await AskAsync(new Uri(Reachable(url), path));
        }
        catch (Exception refusal) when (refusal is NotStartedException or OptionsValidationException or FormatException)
        {
            return await TellAsync(Unwell, $"Not asked: {refusal.Message}");
        }
    }

    /// <summary>What a client on this machine connects to: nobody can connect to "any address".</summary>
    /// <exception cref="FormatException">It is no address of a port.</exception>
    public static Uri Reachable(string url)
    {
        var bound = BindingAddress.Parse(url);
        if (bound.IsUnixPipe || bound.IsNamedPipe || bound.Port == 0)
        {
            throw new FormatException($"{Address} is {url}; only a port that is known can be asked.");
        }

        var host = IPAddress.TryParse(bound.Host, out var address) ? Reachable(address).ToString()
            : bound.Host == "localhost" ? bound.Host
            : $"{IPAddress.Loopback}";
        return new UriBuilder(bound.Scheme, host, bound.Port).Uri;
    }

    private static IPAddress Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback
        : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
        : address;

    private async Task<int> AskAsync(Uri question)
    {
        // Its own certificate is for the names that others know it by.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(question);
            var body = await answer.Content.ReadAsStringAsync();
            return await TellAsync(answer.IsSuccessStatusCode ? Well : Unwell, $"{question}: {(int)answer.StatusCode} {Summary(body)}");
        }
        catch (HttpRequestException failure)
        {
            return await TellAsync(Unwell, $"{question}: {failure.Message}");
        }
        catch (OperationCanceledException)
        {
            return await TellAsync(Unwell, $"{question}: no answer within {Patience.TotalSeconds:0} s.");
        }
    }

    private async Task<int> TellAsync(int code, string line)
    {
        await output.WriteLineAsync(line);
        return code;
    }

    // The whole answer where it is another program's: a wrong port should be seen as that.
    private static string Summary(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject health && health["checks"] is JsonArray checks
                ? string.Join(", ", checks.Select(check => $"{check?["name"]} {check?["status"]}").Prepend($"{health["status"]}"))
                : body;
        }
        catch (JsonException)
        {
            return body.ReplaceLineEndings(" ");
        }
    }
}
