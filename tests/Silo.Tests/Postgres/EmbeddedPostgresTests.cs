using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;

namespace OrleansGameState.Silo.Tests.Postgres;

/// <summary>Real servers, each in a folder of its own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests
{
    private const int Running = 2101;
    private const int Making = 2102;
    private const int HalfMade = 2103;
    private const int NotShutDown = 2104;
    private const int LeftRunning = 2105;
    private const int Ended = 2107;
    private const int Stopped = 2109;

    [SkippableFact]
    public async Task Start_AfterAStop_FindsWhatWasStored()
    {
        await using var folder = new ServerFolder();
        var first = await folder.Start();
        await folder.Scalar("CREATE TABLE kept AS SELECT 42 AS answer");
        await first.StopAsync(CancellationToken.None);
        Assert.Null(first.ServerProcessId);
        Assert.False(Directory.Exists(folder.Places.RuntimeDirectory));

        await folder.Start();

        Assert.Equal(42, await folder.Scalar("SELECT answer FROM kept"));
        Assert.DoesNotContain(NotShutDown, folder.Log.Rest());
    }

    [SkippableFact]
    public async Task Start_WithoutADataFolder_MakesOneThatIsSafeAndPrivate()
    {
        await using var folder = new ServerFolder();
        folder.Options.IsThrowAway = false;

        var server = await folder.Start();
        await server.StartAsync(CancellationToken.None);

        Assert.Equal("on on on UTF8 on ''", await folder.Scalar(
            "SELECT concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('server_encoding'), current_setting('data_checksums'), quote_literal(current_setting('listen_addresses')))"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Places.RuntimeDirectory));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Places.DataDirectory));
        Assert.Equal([Making, Running], folder.Log.Rest());
    }

    [SkippableFact]
    public async Task Start_WhereThePathIsLongAndStrange_Works()
    {
        await using var folder = new ServerFolder(Path.Combine("with 'quotes', spaces; and $(more) *", new string('x', 200), "ü-data"));

        await folder.Start();

        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
    }

    [SkippableFact]
    public async Task Start_AsRootBelowAFolderThatOthersMayNotEnter_RunsAsSomebodyElse()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root changes accounts.");
        await using var folder = new ServerFolder(Path.Combine("home", "data", "postgres"));
        var home = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(folder.Places.DataDirectory, "..", "..")));
        home.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

        var server = await folder.Start();
        await folder.Scalar("CREATE TABLE kept (id int)");
        await folder.Scalar("CHECKPOINT");

        Assert.DoesNotContain("\t0\t", File.ReadLines($"/proc/{server.ServerProcessId}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, home.UnixFileMode);
    }

    [SkippableFact]
    public async Task Kill_OfTheServer_BringsItBackWithWhatWasCommitted()
    {
        await using var folder = new ServerFolder();
        var server = await folder.Start();
        await folder.Log.Next(Running);
        await folder.Scalar("CREATE TABLE kept AS SELECT 42 AS answer");
        var killed = server.ServerProcessId!.Value;

        Process.GetProcessById(killed).Kill();

        await folder.Log.Next(Ended);
        await folder.Log.Next(NotShutDown);
        await folder.Log.Next(Running);
        Assert.NotEqual(killed, server.ServerProcessId);
        Assert.Equal(42, await folder.Scalar("SELECT answer FROM kept"));
    }

    [SkippableFact]
    public async Task Kill_OfTheShellThatHoldsTheServer_StartsItAnew()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux tells a process' parent in a file.");
        await using var folder = new ServerFolder();
        var server = await folder.Start();
        await folder.Log.Next(Running);
        var killed = server.ServerProcessId!.Value;
        var parent = File.ReadLines($"/proc/{killed}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal)).Split('\t')[1];

        Process.GetProcessById(int.Parse(parent, CultureInfo.InvariantCulture)).Kill();

        await folder.Log.Next(Running);
        Assert.NotEqual(killed, server.ServerProcessId);
        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
    }

    [SkippableFact]
    public async Task Start_AfterOneThatWasCancelled_Works()
    {
        await using var folder = new ServerFolder();
        using var cancellation = new CancellationTokenSource();
        var cancelled = folder.Server().StartAsync(cancellation.Token);
        await folder.Log.Next(Making);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        await folder.Start();

        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
    }

    [SkippableFact]
    public async Task Start_WhereAServerWasLeftRunning_StopsItAndStartsItsOwn()
    {
        await using var folder = new ServerFolder();
        await (await folder.Start()).StopAsync(CancellationToken.None);
        var left = await folder.StartOnItsOwn();
        await folder.Log.Next(Stopped);

        var server = await folder.Start();

        Assert.Contains($"{left}", await folder.Log.Next(LeftRunning), StringComparison.Ordinal);
        Assert.DoesNotContain(NotShutDown, folder.Log.Rest());
        Assert.NotEqual(left, server.ServerProcessId);
        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
    }

    [SkippableFact]
    public async Task Start_WhereAStaleFileNamesALivingProcess_Works()
    {
        await using var folder = new ServerFolder();
        await (await folder.Start()).StopAsync(CancellationToken.None);
        using var bystander = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "read -r _"]) { RedirectStandardInput = true })!;
        await File.WriteAllTextAsync(folder.Places.ProcessFile, $"{bystander.Id}\n{folder.Places.DataDirectory}\n1700000000\n5432\n");

        await folder.Start();

        await folder.Log.Next(NotShutDown);
        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
        Assert.False(bystander.HasExited);
        bystander.StandardInput.Close();
        await bystander.WaitForExitAsync();
    }

    [SkippableFact]
    public async Task Start_WhereAFullDiskLeftAnEmptyFile_Works()
    {
        await using var folder = new ServerFolder();
        await (await folder.Start()).StopAsync(CancellationToken.None);
        await File.WriteAllTextAsync(folder.Places.ProcessFile, "");

        await folder.Start();

        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
    }

    [SkippableFact]
    public async Task Start_OfASecondOwner_IsRefusedNamingTheFirst()
    {
        await using var folder = new ServerFolder();
        var first = await folder.Start();

        var refusal = await Assert.ThrowsAsync<NotStartedException>(folder.Start);

        Assert.Contains("Storage:Embedded:DataDirectory", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"(process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
        await first.StopAsync(CancellationToken.None);
        await folder.Start();
    }

    [SkippableFact]
    public async Task Start_WhereMakingTheFolderWasCutShort_MakesItAnew()
    {
        await using var folder = new ServerFolder();
        Directory.CreateDirectory(Path.Combine(folder.Places.DataDirectory, ".initdb-1", "base"));
        Directory.CreateDirectory(Path.Combine(folder.Places.DataDirectory, "global"));
        await File.WriteAllTextAsync(Path.Combine(folder.Places.DataDirectory, "pg_hba.conf"), "");
        await File.WriteAllTextAsync(Path.Combine(folder.Places.DataDirectory, ".initdb-1", "PG_VERSION"), "15\n");

        await folder.Start();

        await folder.Log.Next(HalfMade);
        Assert.Equal("gamestate", await folder.Scalar("SELECT current_database()"));
        Assert.Empty(Directory.EnumerateDirectories(folder.Places.DataDirectory, ".initdb-*"));
    }

    [SkippableFact]
    public async Task Start_InAFolderOfAnotherVersion_IsRefusedNamingTheCure()
    {
        await using var folder = new ServerFolder();
        Directory.CreateDirectory(folder.Places.DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(folder.Places.DataDirectory, "PG_VERSION"), "9.6\n");

        var refusal = await Assert.ThrowsAsync<NotStartedException>(folder.Start);

        Assert.Contains("Storage:Embedded:DataDirectory", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is of PostgreSQL 9.6", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("pg_upgrade", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Start_InAFolderOfSomethingElse_IsRefusedAndLeavesItAlone()
    {
        await using var folder = new ServerFolder();
        Directory.CreateDirectory(folder.Places.DataDirectory);
        var file = Path.Combine(folder.Places.DataDirectory, "notes.txt");
        await File.WriteAllTextAsync(file, "mine");

        var refusal = await Assert.ThrowsAsync<NotStartedException>(folder.Start);

        Assert.Contains("Storage:Embedded:DataDirectory", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder.Places.DataDirectory));
    }

    [SkippableFact]
    public async Task Start_WhereTheServerRefuses_TellsItsLastWords()
    {
        await using var folder = new ServerFolder();
        await (await folder.Start()).StopAsync(CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(folder.Places.DataDirectory, "postgresql.conf"), "no_such_setting = 1\n");

        var refusal = await Assert.ThrowsAsync<NotStartedException>(folder.Start);

        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Places.LogFile, refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Start_UnderAnAccountThatIsNotThere_IsRefusedNamingTheSetting()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "Only root changes accounts.");
        await using var folder = new ServerFolder();
        folder.Options.User = "no-such-account";

        var refusal = await Assert.ThrowsAsync<NotStartedException>(folder.Start);

        Assert.Contains("Storage:Embedded:User is 'no-such-account'", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Stop_WithOpenConnections_EndsThemCleanly()
    {
        await using var folder = new ServerFolder();
        var server = await folder.Start();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(folder.Places.ConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();

        await server.StopAsync(CancellationToken.None);

        await folder.Log.Next(Stopped);
        await folder.Start();
        Assert.DoesNotContain(NotShutDown, folder.Log.Rest());
    }
}
