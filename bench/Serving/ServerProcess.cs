using System.Diagnostics;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Serving;

/// <summary>The server as a process of its own, so that its CPU time can be told from the load's. Ends with its standard input.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Ports own, Ports yardsticks)
    {
        _process = process;
        Own = own;
        Yardsticks = yardsticks;
    }

    /// <summary>Where the server listens.</summary>
    public Ports Own { get; }

    /// <summary>Where the yardsticks listen.</summary>
    public Ports Yardsticks { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="settings">The server's own settings, as <c>Key:Name=value</c>.</param>
    public static Task<ServerProcess> StartAsync(params string[] settings) => StartAsync(null, settings);

    /// <param name="bench">The Bench.dll of another build; null is this one.</param>
    /// <param name="settings">The server's own settings, as <c>Key:Name=value</c>.</param>
    public static async Task<ServerProcess> StartAsync(string? bench, string[] settings)
    {
        var (listen, yardsticks) = (Ports.Free(), Ports.Free());
        var start = new ProcessStartInfo(bench is null ? Environment.ProcessPath! : "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (bench is not null || Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(bench ?? Environment.GetCommandLineArgs()[0]);
        }

        string[] own =
        [
            "serve",
            $"Kestrel:Endpoints:Http:Url=http://127.0.0.1:{listen.Http}",
            $"Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:{listen.Grpc}",
            "Gateway:StarSystems:PublishEndpoint=",
            $"Cluster:SiloPort={FreePort.Next()}",
            $"Cluster:GatewayPort={FreePort.Next()}",
            $"{ServeCommand.YardstickHttp}={yardsticks.Http}",
            $"{ServeCommand.YardstickGrpc}={yardsticks.Grpc}",
            "Ingestors:Territory:Enabled=false",
            "Ingestors:Sectors:Demo=off",
            "Storage:Mode=memory",
        ];
        foreach (var argument in own.Concat(settings))
        {
            start.ArgumentList.Add(argument);
        }

        // As the silo itself is configured.
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        await ReadUntilReadyAsync(process);
        return new(process, listen, yardsticks);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task ReadUntilReadyAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == ServeCommand.Ready)
            {
                // What it prints later must not fill the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }

            Console.Error.WriteLine($"server: {line}");
        }

        throw new InvalidOperationException("The server ended before it was ready; what it said is above.");
    }
}
