namespace OrleansGameState.Durability;

/// <summary>A data folder that outlives the processes on it. At the end its database, where one is left, is killed and the folder goes.</summary>
internal sealed class ServerFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gamestate-durability-");

    public string Path => _folder.FullName;

    /// <summary>PostgreSQL's own folder.</summary>
    public string Data => System.IO.Path.Combine(Path, "postgres");

    /// <summary>The settings that put the database here.</summary>
    public (string Key, string Value)[] Settings => [("Storage:Embedded:DataDirectory", Data)];

    /// <summary>The database that runs here; null where none does.</summary>
    public DatabaseProcess? Database => DatabaseProcess.Find(Data);

    /// <summary>Starts a silo with a database of its own here. Where PostgreSQL is not installed the calling test, a SkippableFact, is skipped.</summary>
    public async Task<SiloProcess> Start(params (string Key, string Value)[] settings)
    {
        var silo = await SiloProcess.Start(Path, [.. Settings, .. settings]);
        var mode = await ModeOf(silo);
        if (mode == "memory")
        {
            await silo.DisposeAsync();
            Skip.If(true, "PostgreSQL is not installed here (Debian: apt-get install postgresql).");
        }

        return silo;
    }

    /// <summary>What an operator does to be sure: every log is folded and compared with its state.</summary>
    public Task<(int ExitCode, string Said)> Verify() => SiloProcess.Run(Path, "verify", Settings);

    public async ValueTask DisposeAsync()
    {
        if (Database is { } database)
        {
            database.Kill(all: true);
            await Bound.Eventually(() => Task.FromResult(database.IsRunning), running => !running, () => Data);
        }

        await Bound.Eventually(() => Task.FromResult(Delete()), deleted => deleted, () => Path);
    }

    private static async Task<string?> ModeOf(SiloProcess silo) => (string?)(await EventLog.Get(silo.Http, "/readyz"))["checks"]!.AsArray()
        .Single(check => (string?)check!["name"] == "store")!["data"]!["mode"];

    // What ends may still be writing.
    private bool Delete()
    {
        try
        {
            _folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
