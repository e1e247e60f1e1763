using System.Globalization;

namespace OrleansGameState.Silo.Postgres;

/// <summary>The server's settings, sized for the machine; passed at each start, so that postgresql.conf stays the operator's.</summary>
internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;

    /// <param name="memoryBytes">What this process may use.</param>
    /// <param name="diskBytes">What is free where the data folder is.</param>
    /// <param name="runtimeDirectory">Where the socket is.</param>
    public static IReadOnlyDictionary<string, string> For(long memoryBytes, long diskBytes, string runtimeDirectory) => new Dictionary<string, string>
    {
        ["listen_addresses"] = "",
        ["unix_socket_directories"] = runtimeDirectory,
        ["unix_socket_permissions"] = "0700",
        ["port"] = "5432",
        ["max_connections"] = "100",

        // The silo shares the machine, so PostgreSQL takes half of what it would take of one of its own.
        ["shared_buffers"] = Size(memoryBytes / 8, 32, 4096),
        ["effective_cache_size"] = Size(memoryBytes / 2, 128, 65536),
        ["maintenance_work_mem"] = Size(memoryBytes / 32, 32, 512),
        ["work_mem"] = "16MB",

        // An acknowledged write has to outlive the machine.
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",
        ["full_page_writes"] = "on",

        // Checkpoints far apart: each makes the first write of every page go to the log whole. But the log may not fill the disk.
        ["wal_buffers"] = "16MB",
        ["min_wal_size"] = Size(diskBytes / 32, 32, 256),
        ["max_wal_size"] = Size(diskBytes / 8, 64, 4096),
        ["checkpoint_timeout"] = "15min",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["timezone"] = "UTC",

        // Its log is for what went wrong; it goes to the file that the silo names.
        ["logging_collector"] = "off",
        ["log_destination"] = "stderr",
        ["log_timezone"] = "UTC",
        ["log_line_prefix"] = "%m [%p] ",
        ["log_checkpoints"] = "off",
        ["log_min_error_statement"] = "panic",
        ["lc_messages"] = "C",
    };

    /// <summary>For tests' servers: quick to make and to start, and worth nothing after the machine's crash.</summary>
    public static IReadOnlyDictionary<string, string> ForThrowAway(string runtimeDirectory) =>
        new Dictionary<string, string>(For(256 * Megabyte, 1024 * Megabyte, runtimeDirectory)) { ["fsync"] = "off", ["wal_buffers"] = "4MB", ["max_connections"] = "300" };

    private static string Size(long bytes, long atLeast, long atMost) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(bytes / Megabyte, atLeast, atMost)}MB");
}
