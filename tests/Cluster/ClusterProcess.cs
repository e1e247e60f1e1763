using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OrleansGameState.Durability;

namespace OrleansGameState.Cluster;

/// <summary>One program of the cluster as a process. It keeps its ports when it is started again, and is killed with the test.</summary>
internal sealed class ClusterProcess : IAsyncDisposable
{
    // An output may be held open by what the process left behind: its end is not waited for long.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly string _program;
    private readonly string _folder;
    private readonly string[] _arguments;
    private readonly Uri _http;
    private Process? _process;
    private Transcript _transcript = new();
    private Task<int> _ended = Task.FromResult(0);

    private ClusterProcess(string name, string program, string folder, int httpPort, IEnumerable<(string Key, string Value)> settings)
    {
        (Name, _program, _folder) = (name, program, folder);
        _http = new($"http://127.0.0.1:{httpPort}");
        _arguments = [.. settings.Prepend(("Kestrel:Endpoints:Http:Url", _http.ToString())).Select(setting => $"--{setting.Item1}={setting.Item2}")];
    }

    public string Name { get; }

    public bool IsRunning => _process is not null && !_ended.IsCompleted;

    public string Said => $"{Name}:\n{_transcript.Text}";

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public static ClusterProcess Of(string name, string program, string folder, IEnumerable<(string Key, string Value)> settings) =>
        new(name, program, Directory.CreateDirectory(Path.Combine(folder, name)).FullName, FreePort(), settings);

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Starts it, without waiting until it is ready.</summary>
    public void Launch()
    {
        _transcript = new();
        _process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("dotnet", _arguments.Prepend(_program))
            {
                WorkingDirectory = _folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" },
            },
        };
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (output, errors) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (process, transcript) = (_process, _transcript);
        _ended = ended.Task;
        process.Exited += async (_, _) =>
        {
            await Task.WhenAny(Task.WhenAll(output.Task, errors.Task), Task.Delay(LastWords));
            transcript.End();
            ended.TrySetResult(process.ExitCode);
        };
        process.OutputDataReceived += (_, data) => Hear(transcript, data.Data, output);
        process.ErrorDataReceived += (_, data) => Hear(transcript, data.Data, errors);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task UntilReady()
    {
        var ready = Bound.Eventually(IsReady, is200 => is200, () => Said);
        if (await Task.WhenAny(ready, _ended) == _ended)
        {
            throw new InvalidOperationException($"It ended with {await _ended}.\n{Said}");
        }

        await ready;
    }

    public async Task Start()
    {
        Launch();
        await UntilReady();
    }

    public Task<int> Ended() => _ended.Within(() => Said);

    public void Kill() => Signals.Kill(_process!.Id);

    /// <summary>Asks it to stop; gives its exit code.</summary>
    public Task<int> Stop()
    {
        Signals.Terminate(_process!.Id);
        return Ended();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Kill();
            await Ended();
        }

        Http.Dispose();
        _process?.Dispose();
    }

    private static void Hear(Transcript transcript, string? line, TaskCompletionSource closed)
    {
        if (line is null)
        {
            closed.TrySetResult();
        }
        else
        {
            transcript.Add(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}"));
        }
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(_http, "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
