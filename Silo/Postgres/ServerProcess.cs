using System.Diagnostics;

namespace OrleansGameState.Silo.Postgres;

/// <summary>A running server, on its leash: the pipe that this process holds.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _leash;
    private readonly ServerLog _log;
    private readonly Task<string> _said;

    private ServerProcess(Process leash, ServerLog log)
    {
        (_leash, _log) = (leash, log);
        _said = SaidAsync(leash);
        Ended = EndAsync();
    }

    /// <summary>Completes with the exit code once the server has ended, however it did.</summary>
    public Task<int> Ended { get; }

    public static ServerProcess Start(PostgresBinaries binaries, ServerAccount account, IReadOnlyDictionary<string, string> settings)
    {
        var log = new ServerLog(account.Places.LogFile);
        var command = account.Leashed(
            $"{account.DataDirectory}/{Path.GetFileName(account.Places.LogFile)}",
            [binaries.Server, "-D", account.DataDirectory, .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })]);
        return new(Process.Start(Command.Start(command[0], command[1..]))!, log);
    }

    /// <summary>Lets go of the leash: a fast shutdown.</summary>
    public void Stop()
    {
        try
        {
            _leash.StandardInput.Close();
        }
        catch (IOException)
        {
            // The other end is gone already.
        }
    }

    /// <summary>Why it ended, in its own words. Only once it has.</summary>
    public async Task<string> LastWordsAsync() => $"{(await _said).Trim()} {_log.Tail()}".Trim();

    public void Dispose()
    {
        Stop();
        _leash.Dispose();
    }

    private static async Task<string> SaidAsync(Process leash)
    {
        var output = leash.StandardOutput.ReadToEndAsync();
        return await leash.StandardError.ReadToEndAsync() + await output;
    }

    private async Task<int> EndAsync()
    {
        await _leash.WaitForExitAsync();
        return _leash.ExitCode;
    }
}
