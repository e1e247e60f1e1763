using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd;

/// <summary>The built server as a process of its own, on ports that were free.</summary>
internal sealed partial class GameStateServer : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly ChildProcess _process;
    private readonly ServerLog _log;

    private GameStateServer(DirectoryInfo directory, ChildProcess process) =>
        (_directory, _process, _log) = (directory, process, new ServerLog(process));

    public HttpClient Http { get; } = new();

    /// <summary>Where HTTP answers, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri HttpAddress => Http.BaseAddress!;

    /// <summary>Where gRPC answers, such as <c>127.0.0.1:40124</c>.</summary>
    public string GrpcAddress { get; private set; } = "";

    public string Said => _process.Said;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<GameStateServer> Start(params (string Key, string Value)[] settings)
    {
        var server = Launch(settings);
        try
        {
            await server.BecomeReady();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it without expecting it to get ready.</summary>
    public static GameStateServer Launch(params (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("gamestate-");
        IEnumerable<(string Key, string Value)> own =
        [
            ("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0"),
            ("Kestrel:Endpoints:Grpc:Url", "http://127.0.0.1:0"),
            ("Gateway:StarSystems:PublishEndpoint", ""),
            ("Ingestors:Sectors:Demo", "off"),
            ("Cluster:SiloPort", FreePort()),
            ("Cluster:GatewayPort", FreePort()),
        ];
        var arguments = own.Concat(settings).Select(setting => $"--{setting.Key}={setting.Value}").Prepend(Places.Server);
        return new(directory, ChildProcess.Start("dotnet", arguments, directory.FullName));
    }

    /// <summary>Waits for a line of the log, one already written included.</summary>
    public Task<string> Logged(string part) => _log.Until(line => line.Contains(part, StringComparison.Ordinal));

    public async Task<JsonNode> Get(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {path}: {(int)response.StatusCode} {body}\n{Said}");
        return JsonNode.Parse(body)!;
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    /// <summary>Asks it to stop, as an operator would; gives the exit code.</summary>
    public Task<int> Stop()
    {
        _process.Terminate();
        return _process.Ended();
    }

    public Task<int> Ended() => _process.Ended();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    /// <summary>A port that nobody listens at.</summary>
    public static string FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return $"{((IPEndPoint)socket.LocalEndPoint!).Port}";
    }

    private async Task BecomeReady()
    {
        await Logged("Application started.");
        foreach (var address in _log.Lines.Select(line => Listening().Match(line)).Where(match => match.Success).Select(match => new Uri(match.Groups[1].Value)))
        {
            if (await SpeaksHttp1(address))
            {
                Http.BaseAddress = address;
            }
            else
            {
                GrpcAddress = address.Authority;
            }
        }

        using var ready = await Http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.True(ready.IsSuccessStatusCode, $"/readyz: {(int)ready.StatusCode} {await ready.Content.ReadAsStringAsync()}\n{Said}");
    }

    // The gRPC endpoint speaks HTTP/2 only and answers anything else with a GOAWAY or 400.
    private static async Task<bool> SpeaksHttp1(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        try
        {
            using var response = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
