using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>A client that shares no code with the server; each of its answers is a line of JSON.</summary>
internal sealed class ForeignClient : IAsyncDisposable
{
    private const string NoNode = "Node.js or the packages of tests/EndToEnd/ForeignClients are missing: run ./test, or npm ci there.";
    private const string NoPython = "No python3 with the modules grpc and google.protobuf was found: run ./test, or install python3-grpcio and python3-protobuf.";

    private const string NoNodeZeroMq = "Node.js or the package zeromq of tests/EndToEnd/ForeignClients is missing, or has no library for this machine: run ./test, or npm ci there.";
    private const string NoPythonZeroMq = "No python3 with the module zmq was found: run ./test, or install python3-zmq.";

    private static readonly Lazy<Task<string?>> Python = new(() => FindPython("grpc, google.protobuf.json_format"));
    private static readonly Lazy<Task<string?>> PythonZeroMq = new(() => FindPython("zmq"));
    private static readonly Lazy<Task<bool>> NodeZeroMq = new(() => Runs("node", "-e", "require('zeromq')"));
    private static readonly Lazy<Task<bool>> Node = new(() => Runs("node", "-e", "require('ws'); require('@grpc/grpc-js'); require('@grpc/proto-loader')"));

    private readonly ChildProcess _process;

    private ForeignClient(ChildProcess process) => _process = process;

    /// <summary>Calls a gRPC method from Node.js, which reads the protos themselves.</summary>
    public static async Task<ForeignClient> NodeGrpc(GameStateServer server, string method, string request)
    {
        Skip.IfNot(await Node.Value, NoNode);
        return Start("node", "grpc_client.js", Places.Protos, server.GrpcAddress, method, request);
    }

    /// <summary>Calls a gRPC method from Python, by a compiled descriptor set.</summary>
    public static async Task<ForeignClient> PythonGrpc(GameStateServer server, string method, string request) =>
        Start(await RequirePython(), "grpc_client.py", "protos", await ProtoSet.File, server.GrpcAddress, method, request);

    /// <summary>The same by nothing but what the server's reflection tells; the first line is the services' names.</summary>
    public static async Task<ForeignClient> PythonReflection(GameStateServer server, string package, string method, string request) =>
        Start(await RequirePython(), "grpc_client.py", package, await ProtoSet.File, server.GrpcAddress, method, request);

    /// <summary>Sends messages over a WebSocket from Node.js.</summary>
    public static async Task<ForeignClient> NodeWebSocket(GameStateServer server, params string[] messages)
    {
        Skip.IfNot(await Node.Value, NoNode);
        var address = new UriBuilder(server.HttpAddress) { Scheme = "ws", Path = "/realtime" };
        return Start("node", ["ws_client.js", address.Uri.ToString(), .. messages]);
    }

    /// <summary>Subscribes to the tick feed from Node.js, over libzmq.</summary>
    public static async Task<ForeignClient> NodeFeed(string address, params string[] topics)
    {
        Skip.IfNot(await NodeZeroMq.Value, NoNodeZeroMq);
        return Start("node", ["feed_client.js", address, .. topics]);
    }

    /// <summary>The same from Python.</summary>
    public static async Task<ForeignClient> PythonFeed(string address, params string[] topics)
    {
        var python = await PythonZeroMq.Value;
        Skip.If(python is null, NoPythonZeroMq);
        return Start(python!, ["feed_client.py", address, .. topics]);
    }

    /// <summary>The next answer.</summary>
    public async Task<JsonNode> Next() =>
        JsonNode.Parse(await _process.Lines.ReadAsync().AsTask().Within(() => _process.Said))!;

    /// <summary>Reads on until an answer matches; gives all that were read.</summary>
    public async Task<IReadOnlyList<JsonNode>> Until(Func<JsonNode, bool> matches)
    {
        var answers = new List<JsonNode>();
        do
        {
            answers.Add(await Next());
        }
        while (!matches(answers[^1]));

        return answers;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ForeignClient Start(string program, params string[] arguments) =>
        new(ChildProcess.Start(program, arguments, Places.ForeignClients));

    private static async Task<string> RequirePython()
    {
        var python = await Python.Value;
        Skip.If(python is null, NoPython);
        return python!;
    }

    // Debian's packages belong to Debian's interpreter, which need not be the first on the path.
    private static async Task<string?> FindPython(string modules)
    {
        foreach (var candidate in new[] { "python3", "/usr/bin/python3" })
        {
            if (await Runs(candidate, "-c", $"import {modules}"))
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
            await using var process = ChildProcess.Start(program, arguments, Places.ForeignClients);
            return await process.Ended() == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
