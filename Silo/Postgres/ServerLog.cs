namespace OrleansGameState.Silo.Postgres;

/// <summary>What the server wrote to its log since a moment.</summary>
internal sealed class ServerLog(string path)
{
    private readonly long _start = File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>The last lines, at most ten; empty where there are none.</summary>
    public string Tail()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // It is begun anew when it has grown large.
            file.Position = _start <= file.Length ? _start : 0;
            using var reader = new StreamReader(file);
            return string.Join(Environment.NewLine, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(10));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
