using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Silo.Tests.Postgres;

public sealed class PostgresBinariesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gamestate-");

    [Fact]
    public void Find_WherePathHasOnlyAStrayProgram_TakesTheUsualPlace()
    {
        Install("usr/local/bin", "initdb");
        Install("usr/lib/postgresql/15/bin");

        Assert.Equal(Under("usr/lib/postgresql/15/bin"), Find("usr/local/bin")?.Directory);
    }

    [Fact]
    public void Find_WherePathLinksToPrograms_TakesTheirFolder()
    {
        Install("opt/somewhere/postgresql-16/bin");
        Directory.CreateDirectory(Under("usr/local/bin"));
        File.CreateSymbolicLink(Under("usr/local/bin/initdb"), Under("opt/somewhere/postgresql-16/bin/initdb"));

        Assert.Equal(new(Under("opt/somewhere/postgresql-16/bin"), 16), Find("usr/local/bin"));
    }

    [Fact]
    public void Find_WhereAProgramIsALinkToNothing_PassesOn()
    {
        Install("usr/local/bin", "initdb", "pg_ctl");
        File.CreateSymbolicLink(Under("usr/local/bin/postgres"), Under("gone/postgres"));
        Install("usr/lib/postgresql/15/bin");

        Assert.Equal(Under("usr/lib/postgresql/15/bin"), Find("usr/local/bin")?.Directory);
    }

    [Fact]
    public void Find_WherePathHasAllOfThem_TakesItBeforeTheUsualPlaces()
    {
        Install("own/bin");
        Install("usr/lib/postgresql/17/bin");

        Assert.Equal(new(Under("own/bin"), null), Find("own/bin"));
    }

    [Theory]
    [InlineData(null, 17)]
    [InlineData(9, 9)]
    [InlineData(15, 15)]
    [InlineData(16, 17)]
    public void Find_OfSeveralVersions_TakesThePreferredElseTheHighest(int? preferred, int expected)
    {
        foreach (var version in new[] { 9, 15, 17 })
        {
            Install($"usr/lib/postgresql/{version}/bin");
        }

        Assert.Equal(expected, Find("", preferred)?.Major);
    }

    [Fact]
    public void Find_WhereThePreferredVersionIsNotInPath_StillTakesIt()
    {
        Install("usr/lib/postgresql/17/bin");
        Install("usr/lib/postgresql/15/bin");

        Assert.Equal(15, Find("usr/lib/postgresql/17/bin", preferred: 15)?.Major);
    }

    [Theory]
    [InlineData("usr/pgsql-16/bin", 16)]
    [InlineData("opt/homebrew/opt/postgresql@17/bin", 17)]
    [InlineData("usr/local/opt/postgresql@14/bin", 14)]
    [InlineData("usr/local/opt/postgresql/bin", null)]
    [InlineData("usr/local/pgsql/bin", null)]
    public void Find_InOthersPlaces_TellsTheVersionOfTheFolder(string folder, int? major)
    {
        Install(folder);

        Assert.Equal(new(Under(folder), major), Find(""));
    }

    [Fact]
    public void Find_WhereAFolderIsConfigured_LooksNowhereElse()
    {
        Install("usr/lib/postgresql/15/bin");
        Install("own", "initdb", "postgres");

        Assert.Null(PostgresBinaries.Find(new BinarySearch(Under("own"), "", Root: _root.FullName)));
        Assert.Equal(15, PostgresBinaries.Find(new BinarySearch(Under("usr/lib/postgresql/15/bin"), "", Root: _root.FullName))?.Major);
    }

    [Fact]
    public void Find_WhereNothingIsInstalled_IsNull() => Assert.Null(Find("usr/bin"));

    public void Dispose() => _root.Delete(recursive: true);

    private PostgresBinaries? Find(string path, int? preferred = null) =>
        PostgresBinaries.Find(new BinarySearch("", path.Length == 0 ? "" : $"/nowhere:{Under(path)}", preferred, _root.FullName));

    private string Under(string path) => Path.Combine(_root.FullName, path);

    private void Install(string folder, params string[] names)
    {
        Directory.CreateDirectory(Under(folder));
        foreach (var name in names.Length == 0 ? PostgresBinaries.Needed : names)
        {
            File.WriteAllText(Path.Combine(Under(folder), name), "");
        }
    }
}
