namespace OrleansGameState.Silo.Postgres;

/// <summary>What a data folder was found to hold.</summary>
/// <param name="Content">What it is.</param>
/// <param name="Version">The contents of PG_VERSION, such as <c>15</c>; null unless it is a cluster.</param>
internal sealed record DataFolder(DataFolderContent Content, string? Version = null)
{
    /// <summary>A new cluster is made in a folder of this prefix in the data folder, and then moved up.</summary>
    public const string MakingPrefix = ".initdb-";

    public const string VersionFile = "PG_VERSION";

    public int? Major => int.TryParse(Version?.Split('.')[0], out var major) ? major : null;

    /// <exception cref="NotStartedException">It cannot be read.</exception>
    public static DataFolder Inspect(string directory)
    {
        try
        {
            return Read(directory);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new NotStartedException(
                $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}: {directory} cannot be read ({exception.Message}) Run as the account that owns it, or name another folder.",
                exception);
        }
    }

    /// <summary>Removes all of it but the folder itself, which may be a mount point.</summary>
    public static void Clear(string directory)
    {
        // What marks it as half made goes last, so that a kill on the way leaves it marked.
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos()
            .Where(entry => entry.Name != "lost+found")
            .OrderBy(entry => entry.Name.StartsWith(MakingPrefix, StringComparison.Ordinal))
            .ToArray())
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    private static DataFolder Read(string directory)
    {
        if (File.Exists(Path.Combine(directory, VersionFile)))
        {
            return new(DataFolderContent.Cluster, File.ReadAllText(Path.Combine(directory, VersionFile)).Trim());
        }

        // A mount point has its own lost+found.
        var names = Directory.Exists(directory)
            ? Directory.EnumerateFileSystemEntries(directory).Select(path => Path.GetFileName(path)).Where(name => name != "lost+found").ToArray()
            : [];
        return names switch
        {
            [] => new(DataFolderContent.Nothing),
            _ when Array.Exists(names, name => name.StartsWith(MakingPrefix, StringComparison.Ordinal)) => new(DataFolderContent.HalfMade),
            _ => new(DataFolderContent.Foreign),
        };
    }
}
