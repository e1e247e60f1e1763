using System.Globalization;

namespace OrleansGameState.Durability;

/// <summary>The PostgreSQL server of a data folder, found by the pid it has written there.</summary>
internal sealed class DatabaseProcess
{
    private readonly int _postmaster;

    private DatabaseProcess(int postmaster) => _postmaster = postmaster;

    public int Id => _postmaster;

    public bool IsRunning => IsAlive(_postmaster);

    // They are called after the user and the database, which bear one name.
    private IEnumerable<int> Backends => ChildrenOf(_postmaster).Where(pid => TitleOf(pid).Contains("gamestate gamestate", StringComparison.Ordinal));

    /// <summary>The server whose data lies in a folder; null where none is running.</summary>
    public static DatabaseProcess? Find(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postmaster.pid");
        try
        {
            // A process that merely got the number of a server long gone is none of ours.
            return int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) && IsAlive(pid) && NameOf(pid) == "postgres" ? new(pid) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Kills the postmaster, and what it has started where <paramref name="all"/>; else that ends by itself once it notices.</summary>
    public void Kill(bool all) => Each(all, Signals.Kill);

    /// <summary>Kills one of the processes that serve connections.</summary>
    public void KillBackend(Random random) => Signals.Kill(random.GetItems([.. Backends], 1)[0]);

    /// <summary>Has every process that serves a connection drop it.</summary>
    public void DropConnections() => Array.ForEach([.. Backends], Signals.Terminate);

    /// <summary>Has all of it stand still, the postmaster first so that it starts nothing more.</summary>
    public void Stop() => Each(all: true, Signals.Stop);

    public void Continue() => Each(all: true, Signals.Continue);

    private void Each(bool all, Action<int> act)
    {
        int[] children = all ? [.. ChildrenOf(_postmaster)] : [];
        act(_postmaster);
        Array.ForEach(all ? [.. children.Union(ChildrenOf(_postmaster))] : children, act);
    }

    public static bool IsAlive(int pid) => StatOf(pid) is { } stat && stat.State is not ("Z" or "X");

    private static string NameOf(int pid) => StatOf(pid)?.Name ?? "";

    private static string TitleOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static IEnumerable<int> ChildrenOf(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0 && StatOf(pid)?.Parent == parent);

    private static (string Name, string State, int Parent)? StatOf(int pid)
    {
        try
        {
            // pid (name) state parent ...; the name may hold anything.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var name = stat[(stat.IndexOf('(') + 1)..stat.LastIndexOf(')')];
            var rest = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (name, rest[0], int.Parse(rest[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
