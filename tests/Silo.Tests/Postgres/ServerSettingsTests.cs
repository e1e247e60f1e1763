using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Silo.Tests.Postgres;

public sealed class ServerSettingsTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(Gigabyte / 8, "32MB", "128MB", "32MB")]
    [InlineData(8 * Gigabyte, "1024MB", "4096MB", "256MB")]
    [InlineData(512 * Gigabyte, "4096MB", "65536MB", "512MB")]
    public void For_AMachine_IsSizedForItsMemoryWithinReason(long memory, string shared, string cache, string maintenance)
    {
        var settings = ServerSettings.For(memory, Gigabyte, "/run/x");

        Assert.Equal((shared, cache, maintenance), (settings["shared_buffers"], settings["effective_cache_size"], settings["maintenance_work_mem"]));
    }

    [Theory]
    [InlineData(Gigabyte / 16, "32MB", "64MB")]
    [InlineData(4 * Gigabyte, "128MB", "512MB")]
    [InlineData(1024 * Gigabyte, "256MB", "4096MB")]
    public void For_ADisk_LeavesRoomBesideTheLog(long disk, string least, string most)
    {
        var settings = ServerSettings.For(Gigabyte, disk, "/run/x");

        Assert.Equal((least, most), (settings["min_wal_size"], settings["max_wal_size"]));
    }

    [Fact]
    public void For_AnyMachine_KeepsWhatWasAcknowledgedAndIsReachedThroughTheSocketOnly()
    {
        var settings = ServerSettings.For(Gigabyte, Gigabyte, "/run/x");

        Assert.All(["fsync", "synchronous_commit", "full_page_writes"], name => Assert.Equal("on", settings[name]));
        Assert.Equal(("", "/run/x", "0700"), (settings["listen_addresses"], settings["unix_socket_directories"], settings["unix_socket_permissions"]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(1_000_000, 30)]
    public void RestartDelay_GrowsToItsLongest(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RestartDelay.After(failures));

    [Theory]
    [InlineData("postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)\n", 15, "15.13")]
    [InlineData("postgres (PostgreSQL) 18beta1", 18, "18beta1")]
    [InlineData("postgres (PostgreSQL) 9.6.24", 9, "9.6.24")]
    public void ServerVersion_OfWhatTheProgramPrints(string printed, int major, string text) =>
        Assert.Equal(new ServerVersion(major, text), ServerVersion.Parse(printed));

    [Fact]
    public void ServerVersion_OfSomethingElse_IsNull() => Assert.Null(ServerVersion.Parse("bash: postgres: not found"));
}
