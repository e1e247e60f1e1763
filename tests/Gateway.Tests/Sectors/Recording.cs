namespace OrleansGameState.Gateway.Tests.Sectors;

/// <summary>A universe that was recorded from a running game, where it lies beside this repository.</summary>
internal static class Recording
{
    /// <summary>Its file; null where there is none.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "samples", "sectors", "twclone_sector_snapshots.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
