using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OrleansGameState.Durability;

/// <summary>A silo and its gateway as a process of their own, on ports that were free. Killed with the test.</summary>
internal sealed partial class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Transcript _transcript = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _socket;

    private SiloProcess(Process process, string socket) => (_process, _socket) = (process, socket);

    public int Id => _process.Id;

    /// <summary>Its exit code, once it has one; 137 where it was killed.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>What it wrote so far.</summary>
    public string Said => _transcript.Text;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(35) };

    public CommandLink Commands { get; private set; } = null!;

    /// <summary>Physical memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<SiloProcess> Start(string folder, params (string Key, string Value)[] settings)
    {
        var silo = Launch(folder, settings);
        try
        {
            await silo.BecomeReady();
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it without expecting it to get ready.</summary>
    public static SiloProcess Launch(string folder, params (string Key, string Value)[] settings)
    {
        var socket = Path.Combine(folder, $"commands-{FreePort()}.sock");
        IEnumerable<(string Key, string Value)> own =
        [
            ("Commands:Socket", socket),
            ("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0"),
            ("Kestrel:Endpoints:Grpc:Url", $"http://unix:{socket}.grpc"),
            ("Gateway:StarSystems:PublishEndpoint", ""),
            ("Cluster:SiloPort", FreePort()),
            ("Cluster:GatewayPort", FreePort()),
        ];
        var silo = new SiloProcess(new Process { StartInfo = Starting(Places.Commanded, folder, own.Concat(settings).Select(Argument)) }, socket);
        silo.Begin();
        return silo;
    }

    /// <summary>Runs the server as it is shipped, as an operator would with a command: its exit code, and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string folder, string command, params (string Key, string Value)[] settings)
    {
        await using var server = new SiloProcess(new Process { StartInfo = Starting(Places.Server, folder, settings.Select(Argument).Prepend(command)) }, "");
        server.Begin();
        return (await server.Ended.Within(() => server.Said), server.Said);
    }

    /// <summary>Starts a database without a silo; it says how to connect.</summary>
    public static SiloProcess LaunchDatabase(string folder, params (string Key, string Value)[] settings)
    {
        var server = new SiloProcess(new Process { StartInfo = Starting(Places.Commanded, folder, settings.Select(Argument).Prepend("database")) }, "");
        server.Begin();
        return server;
    }

    public void Kill() => Signals.Kill(Id);

    public void Terminate() => Signals.Terminate(Id);

    public Task<string> Logged(string part) => _transcript.Until(line => line.Contains(part, StringComparison.Ordinal));

    public async Task<HttpStatusCode> Status(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
        {
            Kill();
            await Ended.Within(() => Said);
        }

        Commands?.Dispose();
        Http.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://127\S+)")]
    private static partial Regex Listening();

    private static string Argument((string Key, string Value) setting) => $"--{setting.Key}={setting.Value}";

    private static ProcessStartInfo Starting(string program, string folder, IEnumerable<string> arguments) => new("dotnet", arguments.Prepend(program))
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // A server that is killed often is compiled often; the first tier is enough.
        Environment = { ["DOTNET_TieredPGO"] = "0" },
    };

    private static string FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
    }

    private void Begin()
    {
        var (output, errors) = (new TaskCompletionSource(), new TaskCompletionSource());
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ = End(output.Task, errors.Task);
        _process.OutputDataReceived += (_, data) => Hear(data.Data, output);
        _process.ErrorDataReceived += (_, data) => Hear(data.Data, errors);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line, TaskCompletionSource closed)
    {
        if (line is null)
        {
            closed.TrySetResult();
        }
        else
        {
            _transcript.Add(line);
        }
    }

    // Its outputs may be held open by what it started and left behind, so that their end is not waited for long.
    private async Task End(Task output, Task errors)
    {
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(LastWords));
        _transcript.End();
        _ended.TrySetResult(_process.ExitCode);
    }

    private async Task BecomeReady()
    {
        Http.BaseAddress = new(Listening().Match(await Logged("Now listening on: http://127")).Groups[1].Value);
        await Logged("Application started.");
        Commands = await CommandLink.Connect(_socket);
        await Bound.Eventually(() => Status("/readyz"), status => status == HttpStatusCode.OK, () => Said);
    }
}
