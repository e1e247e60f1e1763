using System.Text;
using Npgsql;
using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Silo.Tests.Postgres;

public sealed class PostgresPlacesTests
{
    [Fact]
    public void Of_TheSameFolderHoweverNamed_IsTheSame()
    {
        var one = Of("/srv/game/data/postgres");

        Assert.Equal(one, Of("/srv/game/../game/data/postgres/"));
        Assert.NotEqual(one.RuntimeDirectory, Of("/srv/other/data/postgres").RuntimeDirectory);
        Assert.StartsWith("/run/gamestate-", one.RuntimeDirectory, StringComparison.Ordinal);
        Assert.Equal("/srv/game/data/postgres.lock", one.LockFile);
    }

    [Fact]
    public void Of_WhereTheFirstRuntimeRootIsTooLong_TakesTheNext()
    {
        var roots = new[] { "/run/" + new string('u', 90), "/tmp" };

        var places = PostgresPlaces.Of(new() { DataDirectory = "/srv/" + new string('x', 300) }, roots);

        Assert.StartsWith("/tmp/gamestate-", places.RuntimeDirectory, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(places.SocketFile), 1, 103);
    }

    [Fact]
    public void ConnectionString_NamesSocketUserAndDatabase()
    {
        var built = new NpgsqlConnectionStringBuilder(Of("/srv/data").ConnectionString("other"));

        Assert.Equal((Of("/srv/data").RuntimeDirectory, "gamestate", "other", 5432), (built.Host, built.Username, built.Database, built.Port));
    }

    [Theory]
    [InlineData("", "", "", "DataDirectory", "name a folder")]
    [InlineData("data", "root", "", "User", "not root")]
    [InlineData("data", "", "run", "RuntimeDirectory", "absolute path")]
    [InlineData("data", "", "/run/a,b", "RuntimeDirectory", "without commas")]
    public void Validate_WhatCannotBeMeant_NamesKeyAndCure(string data, string user, string runtime, string key, string cure)
    {
        var result = new EmbeddedPostgresOptionsValidation().Validate(null, new() { DataDirectory = data, User = user, RuntimeDirectory = runtime });

        var failure = Assert.Single(result.Failures!);
        Assert.StartsWith($"Storage:Embedded:{key} ", failure, StringComparison.Ordinal);
        Assert.Contains(cure, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Validate_ARuntimeDirectory_KeepsTheSocketWithinTheSystemsLimit(int tooMany, bool isValid)
    {
        var runtime = "/" + new string('r', PostgresPlaces.SocketBytes - PostgresPlaces.SocketIn("/").Length - 1 + tooMany);

        var result = new EmbeddedPostgresOptionsValidation().Validate(null, new() { RuntimeDirectory = runtime });

        Assert.Equal(isValid, result.Succeeded);
    }

    [Fact]
    public void Validate_ABinDirectoryWithoutPrograms_NamesThem()
    {
        var result = new EmbeddedPostgresOptionsValidation().Validate(null, new() { BinDirectory = "/nowhere" });

        Assert.Contains("initdb, postgres, pg_ctl", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static PostgresPlaces Of(string data) => PostgresPlaces.Of(new() { DataDirectory = data }, ["/run", "/tmp"]);
}
