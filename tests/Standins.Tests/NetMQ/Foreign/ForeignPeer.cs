using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ.Foreign;

/// <summary>A socket of libzmq in a process of its own, in Python or Node.js.</summary>
internal sealed class ForeignPeer : IAsyncDisposable
{
    public const string Python = "python";
    public const string Node = "node";

    private const string NoNode = "Node.js or the packages of tests/Standins.Tests/NetMQ/Foreign are missing: run ./test, or npm ci --ignore-scripts there.";
    private const string NoPython = "No python3 with the module zmq was found: run ./test, or install python3-zmq.";

    private static readonly string Scripts = Path.Combine(
        typeof(ForeignPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!,
        "tests/Standins.Tests/NetMQ/Foreign");

    private static readonly Lazy<Task<bool>> HasNode = new(() => Runs("node", "-e", "require('zeromq')"));
    private static readonly Lazy<Task<string?>> FoundPython = new(FindPython);

    private readonly Process _process;
    private readonly Channel<JsonNode> _answers = Channel.CreateUnbounded<JsonNode>();
    private readonly Channel<bool> _done = Channel.CreateUnbounded<bool>();

    private ForeignPeer(Process process) => _process = process;

    /// <summary>Where it is bound, or connected.</summary>
    public string Address { get; private set; } = "";

    public static Task<ForeignPeer> Publisher(string language, string how, string address) => Start(language, "pub", how, address);

    public static async Task<ForeignPeer> Subscriber(string language, string how, string address, params string[] topics)
    {
        var peer = await Start(language, "sub", how, address);
        foreach (var topic in topics)
        {
            await peer.Do("subscribe", topic);
        }

        return peer;
    }

    /// <summary>Sends a message; bytes are Latin-1 letters.</summary>
    public Task Send(params string[] frames) => Do("send", new JsonArray([.. frames.Select(frame => JsonValue.Create(frame))]));

    public Task Unsubscribe(string topic) => Do("unsubscribe", topic);

    /// <summary>The next message it received.</summary>
    public async Task<string[]> Received() =>
        [.. (await _answers.Reader.ReadAsync().AsTask().InTime())["received"]!.AsArray().Select(frame => (string)frame!)];

    /// <summary>Whether a message is there already.</summary>
    public bool TryReceived(out string[] frames)
    {
        var read = _answers.Reader.TryRead(out var answer);
        frames = read ? [.. answer!["received"]!.AsArray().Select(frame => (string)frame!)] : [];
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().InTime();
        _process.Dispose();
    }

    private static async Task<ForeignPeer> Start(string language, string role, string how, string address)
    {
        var peer = language == Node ? await StartNode(role, how, address) : await StartPython(role, how, address);
        _ = peer.Read();
        peer.Address = (string)(await peer._answers.Reader.ReadAsync().AsTask().InTime())["ready"]!;
        return peer;
    }

    private static async Task<ForeignPeer> StartNode(string role, string how, string address)
    {
        Skip.IfNot(await HasNode.Value, NoNode);
        return new ForeignPeer(Launch("node", "zmq_peer.js", role, how, address));
    }

    private static async Task<ForeignPeer> StartPython(string role, string how, string address)
    {
        var python = await FoundPython.Value;
        Skip.If(python is null, NoPython);
        return new ForeignPeer(Launch(python!, "zmq_peer.py", role, how, address));
    }

    private static Process Launch(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Scripts,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    // Debian's packages belong to Debian's interpreter, which need not be the first on the path.
    private static async Task<string?> FindPython()
    {
        foreach (var candidate in new[] { "python3", "/usr/bin/python3" })
        {
            if (await Runs(candidate, "-c", "import zmq"))
            {
                return candidate;
            }
        }

        return null;
    }

    private static async Task<bool> Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Scripts,
                RedirectStandardError = true,
            })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().InTime();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // What it received meanwhile stays where it was.
    private async Task Do(string what, JsonNode value)
    {
        await _process.StandardInput.WriteLineAsync(new JsonObject { [what] = value }.ToJsonString());
        await _process.StandardInput.FlushAsync();
        await _done.Reader.ReadAsync().AsTask().InTime();
    }

    private async Task Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonNode.Parse(line)!;
            if (answer["done"] is null)
            {
                _answers.Writer.TryWrite(answer);
            }
            else
            {
                _done.Writer.TryWrite(true);
            }
        }

        _answers.Writer.TryComplete(new EndOfStreamException("The peer has ended."));
        _done.Writer.TryComplete(new EndOfStreamException("The peer has ended."));
    }
}
