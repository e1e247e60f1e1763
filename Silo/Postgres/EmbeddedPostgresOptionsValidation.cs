using System.Text;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Postgres;

internal sealed class EmbeddedPostgresOptionsValidation : IValidateOptions<EmbeddedPostgresOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddedPostgresOptions options)
    {
        var failures = new[] { DataDirectory(options), BinDirectory(options), User(options), RuntimeDirectory(options) }.OfType<string>().ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? DataDirectory(EmbeddedPostgresOptions options) => string.IsNullOrWhiteSpace(options.DataDirectory)
        ? $"{Key(nameof(options.DataDirectory))} is empty; name a folder (default data/postgres)."
        : null;

    private static string? BinDirectory(EmbeddedPostgresOptions options) => options.BinDirectory.Length > 0 && PostgresBinaries.In(options.BinDirectory) is null
        ? $"{Key(nameof(options.BinDirectory))} is '{options.BinDirectory}', which lacks {string.Join(", ", PostgresBinaries.Needed)}; name the folder that has them, or leave it empty."
        : null;

    private static string? User(EmbeddedPostgresOptions options) => options.User == "root" || options.User.StartsWith('-')
        ? $"{Key(nameof(options.User))} is '{options.User}'; name an account that is not root: PostgreSQL refuses to run as root."
        : null;

    private static string? RuntimeDirectory(EmbeddedPostgresOptions options)
    {
        if (options.RuntimeDirectory.Length == 0)
        {
            return null;
        }

        if (!Path.IsPathFullyQualified(options.RuntimeDirectory) || options.RuntimeDirectory.IndexOfAny([',', '"', ';', '\n']) >= 0)
        {
            return $"{Key(nameof(options.RuntimeDirectory))} is '{options.RuntimeDirectory}'; name an absolute path without commas, semicolons and quotes, or leave it empty.";
        }

        var socket = PostgresPlaces.SocketIn(options.RuntimeDirectory);
        return Encoding.UTF8.GetByteCount(socket) > PostgresPlaces.SocketBytes
            ? $"{Key(nameof(options.RuntimeDirectory))} is too long: the socket {socket} may have {PostgresPlaces.SocketBytes} bytes; name a shorter folder, or leave it empty."
            : null;
    }

    private static string Key(string name) => $"{EmbeddedPostgresOptions.Section}:{name}";
}
