using System.Data.Common;
using System.Diagnostics;

namespace OrleansGameState.Durability;

/// <summary>PostgreSQL's own programs, those beside the server that runs, asking it over its socket.</summary>
internal sealed class PostgresTools
{
    private readonly string _folder;
    private readonly string _host;
    private readonly string _user;

    /// <param name="database">The server's process.</param>
    /// <param name="connectionString">Where it is reached.</param>
    public PostgresTools(DatabaseProcess database, string connectionString)
    {
        _folder = Path.GetDirectoryName(new FileInfo($"/proc/{database.Id}/exe").ResolveLinkTarget(returnFinalTarget: true)!.FullName)!;
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        (_host, _user) = ((string)parts["Host"], (string)parts["Username"]);
    }

    /// <summary>Whether there is one of that name; a server may be installed without what its clients use.</summary>
    public bool Has(string tool) => File.Exists(Path.Combine(_folder, tool));

    /// <summary>Runs one to its end, which must be a good one; gives what it wrote.</summary>
    public async Task<string> Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, tool), ["--host", _host, "--username", _user, "--no-password", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().Within(() => tool);
        Assert.True(process.ExitCode == 0, $"{tool}: {await errors}");
        return (await output).Trim();
    }
}
