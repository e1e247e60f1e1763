namespace OrleansGameState.Silo.Postgres;

/// <summary>Keeps a second silo off a data folder. The system lets go of it however the process ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="NotStartedException">Another process has it, or it cannot be made.</exception>
    public static async Task<FolderLock> TakeAsync(PostgresPlaces places, CancellationToken cancellationToken)
    {
        var key = $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}";
        FileStream file;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(places.DataDirectory) ?? "/");
            file = new(places.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(places.LockFile))
        {
            throw new NotStartedException(
                $"{key}: {places.DataDirectory} is in use by another silo (process {await OwnerAsync(places, cancellationToken)}). Stop that one, or name another folder.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotStartedException($"{key}: {places.LockFile} cannot be made ({exception.Message}). Name a folder beside which files may be written.", exception);
        }

        file.SetLength(0);
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"), cancellationToken);
        return new(file);
    }

    public void Dispose() => _file.Dispose();

    // Opening it in this process would ask for the lock.
    private static async Task<string> OwnerAsync(PostgresPlaces places, CancellationToken cancellationToken)
    {
        var read = await Command.RunAsync("cat", ["--", places.LockFile], cancellationToken);
        return read.Code == 0 && read.Output.Trim() is { Length: > 0 } owner ? owner : "unknown";
    }
}
