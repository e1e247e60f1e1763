namespace OrleansGameState.Durability;

/// <summary>A database that belongs to no silo, so that it can be away while they run and be shared by several.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private const string Prefix = "Connect: ";

    private SiloProcess _server;

    private SharedDatabase(SiloProcess server, string connectionString) => (_server, ConnectionString) = (server, connectionString);

    public string ConnectionString { get; }

    public (string Key, string Value)[] Settings => [("ConnectionStrings:GameState", ConnectionString)];

    /// <summary>Where PostgreSQL is not installed the calling test, a SkippableFact, is skipped.</summary>
    public static async Task<SharedDatabase> Start(ServerFolder folder)
    {
        var (server, connectionString) = await Launch(folder);
        return new(server, connectionString);
    }

    public async Task Stop()
    {
        _server.Terminate();
        await _server.Ended.Within(() => _server.Said);
    }

    public async Task StartAgain(ServerFolder folder)
    {
        await _server.DisposeAsync();
        (_server, _) = await Launch(folder);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<(SiloProcess Server, string ConnectionString)> Launch(ServerFolder folder)
    {
        var server = SiloProcess.LaunchDatabase(folder.Path, folder.Settings);
        await Task.WhenAny(server.Ended, server.Logged(Prefix));
        Skip.If(server.Said.Contains("no PostgreSQL was found", StringComparison.Ordinal), "PostgreSQL is not installed here (Debian: apt-get install postgresql).");
        return (server, (await server.Logged(Prefix))[Prefix.Length..]);
    }
}
