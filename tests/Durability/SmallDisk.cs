using System.Diagnostics;

namespace OrleansGameState.Durability;

/// <summary>A small file system of its own at a folder, which can be filled up.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Null where nothing may be mounted.</summary>
    public static async Task<SmallDisk?> Mount(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", folder) == 0 ? new(folder) : null;
    }

    /// <summary>Puts a database's write-ahead log here, as operators do where they have a disk for it. The database must not run.</summary>
    public async Task TakeLogOf(string data)
    {
        var log = Path.Combine(data, "pg_wal");
        Assert.Equal(0, await Run("cp", "-a", log, Path.Combine(_folder, "pg_wal")));
        Directory.Delete(log, recursive: true);
        File.CreateSymbolicLink(log, Path.Combine(Path.GetFileName(_folder), "pg_wal"));
    }

    /// <summary>Takes all the space that is left.</summary>
    public async Task Fill()
    {
        await using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var bytes = new byte[64 * 1024];
        try
        {
            while (true)
            {
                await ballast.WriteAsync(bytes);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await Run("umount", "-l", _folder);

    private static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
