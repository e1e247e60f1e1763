using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

namespace OrleansGameState.EndToEnd;

/// <summary>A program started by a test. It ends with the test, whatever happens.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _said = new();

    private ChildProcess(Process process) => _process = process;

    /// <summary>What it wrote to its standard output, line by line.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    /// <summary>All that it wrote so far, to both outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static ChildProcess Start(string program, IEnumerable<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, data) => child.Hear(data.Data, isOutput: true);
        child._process.ErrorDataReceived += (_, data) => child.Hear(data.Data, isOutput: false);
        child._process.Start();
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    public void Terminate() => _ = Kill(_process.Id, SigTerm);

    /// <summary>Waits for the end; gives the exit code.</summary>
    public async Task<int> Ended()
    {
        await WhenExited().Within(() => Said);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        // Asked first, so that it ends what it started itself.
        if (!_process.HasExited)
        {
            Terminate();
            await Task.WhenAny(WhenExited(), Task.Delay(TimeSpan.FromSeconds(20)));
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await WhenExited().Within(() => Said);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private async Task<bool> WhenExited()
    {
        await _process.WaitForExitAsync();
        return true;
    }

    private void Hear(string? line, bool isOutput)
    {
        if (line is null)
        {
            if (isOutput)
            {
                _lines.Writer.TryComplete();
            }

            return;
        }

        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (isOutput)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
