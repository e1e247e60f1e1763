using System.Text.RegularExpressions;

namespace OrleansGameState.Silo.Postgres;

/// <summary>A folder with PostgreSQL's programs.</summary>
/// <param name="Directory">Where initdb, postgres and pg_ctl are beside each other.</param>
/// <param name="Major">The major version that the folder's name tells; null where it tells none.</param>
internal sealed partial record PostgresBinaries(string Directory, int? Major)
{
    public static readonly IReadOnlyList<string> Needed = ["initdb", "postgres", "pg_ctl"];

    public string Initdb => Path.Combine(Directory, "initdb");

    public string Server => Path.Combine(Directory, "postgres");

    /// <summary>The best of what is installed; null where nothing is, and on Windows, where there is no embedded server.</summary>
    public static PostgresBinaries? Find(EmbeddedPostgresOptions options)
    {
        var preferred = DataFolder.Inspect(PostgresPlaces.Of(options).DataDirectory).Major;
        return OperatingSystem.IsWindows()
            ? null
            : Find(new BinarySearch(options.BinDirectory, Environment.GetEnvironmentVariable("PATH") ?? "", preferred));
    }

    /// <summary>
    /// The configured folder; else the preferred version's, where it is installed; else the first of PATH, Debian's, Red
    /// Hat's and Homebrew's places, the highest version first in each.
    /// </summary>
    public static PostgresBinaries? Find(BinarySearch search)
    {
        if (search.Configured.Length > 0)
        {
            return In(search.Configured);
        }

        var found = search.Path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(UsualPlaces(search.Root))
            .Select(In)
            .OfType<PostgresBinaries>()
            .ToArray();
        return search.Preferred is { } major
            ? Array.Find(found, one => one.Major == major) ?? Array.Find(found, one => one.Major is null) ?? found.FirstOrDefault()
            : found.FirstOrDefault();
    }

    /// <summary>The programs in a folder, or where its initdb is a link to; null unless all of them are beside each other.</summary>
    public static PostgresBinaries? In(string directory)
    {
        try
        {
            var own = Path.GetFullPath(directory);
            var target = File.ResolveLinkTarget(Path.Combine(own, Needed[0]), returnFinalTarget: true)?.FullName;
            var folder = new[] { target is null ? own : Path.GetDirectoryName(target)!, own }
                .FirstOrDefault(folder => Needed.All(name => IsThere(Path.Combine(folder, name))));
            return folder is null ? null : new(folder, MajorOf(folder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A link whose target is gone exists too.
    private static bool IsThere(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };

    private static IEnumerable<string> UsualPlaces(string root) =>
    [
        .. Versions(root, "usr/lib/postgresql", "*"),
        .. Versions(root, "usr", "pgsql-*"),
        .. Versions(root, "opt/homebrew/opt", "postgresql*"),
        .. Versions(root, "usr/local/opt", "postgresql*"),
        Path.Combine(root, "usr/local/pgsql/bin"),
        Path.Combine(root, "usr/libexec/postgresql"),
    ];

    private static IEnumerable<string> Versions(string root, string parent, string pattern)
    {
        var folder = Path.Combine(root, parent);
        return System.IO.Directory.Exists(folder)
            ? System.IO.Directory.EnumerateDirectories(folder, pattern)
                .Select(version => Path.Combine(version, "bin"))
                .OrderByDescending(bin => MajorOf(bin) ?? 0)
                .ThenBy(bin => bin, StringComparer.Ordinal)
            : [];
    }

    private static int? MajorOf(string folder) => VersionInPath().Matches(folder).LastOrDefault() is { } match ? int.Parse(match.Groups[1].ValueSpan) : null;

    [GeneratedRegex(@"(?:postgresql|pgsql)[-@/]?(\d{1,3})(?=[./]|$)")]
    private static partial Regex VersionInPath();
}
