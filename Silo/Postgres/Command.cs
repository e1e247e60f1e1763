using System.Diagnostics;
using System.Reflection;

namespace OrleansGameState.Silo.Postgres;

/// <summary>Runs programs and the scripts of this folder; arguments reach them as they are, whatever they contain.</summary>
internal static class Command
{
    /// <summary>The start of a child with all three streams redirected, in plain English and without settings of the caller's PostgreSQL.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>The command line that runs one of the embedded scripts.</summary>
    public static IEnumerable<string> Script(string name, params IEnumerable<string> arguments) => ["/bin/sh", "-c", Text(name), name, .. arguments];

    /// <summary>Runs a program to its end; gives its exit code and what it wrote to both outputs. Its input stays open until then.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Start(program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Those on a leash end with their input.
            process.StandardInput.Close();
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Postgres/{name}")
            ?? throw new InvalidOperationException($"The script {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
