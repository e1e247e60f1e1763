using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace OrleansGameState.Silo.Storage.Migrations;

/// <summary>The migrations that are built into the program.</summary>
internal static partial class MigrationFiles
{
    public static readonly ImmutableArray<Migration> All = ReadAll();

    private static ImmutableArray<Migration> ReadAll()
    {
        var assembly = typeof(MigrationFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Select(name => FileName().Match(name))
                .Where(match => match.Success)
                .Select(match => new Migration(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, Read(assembly, match.Value)))
                .OrderBy(migration => migration.Number),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(\d{4})_(.+)\.sql$")]
    private static partial Regex FileName();
}
