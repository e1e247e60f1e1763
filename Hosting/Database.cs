using Microsoft.Extensions.Options;
using Npgsql;

namespace OrleansGameState.Hosting;

/// <summary>The PostgreSQL server that is named in <c>ConnectionStrings:GameState</c>.</summary>
internal static class Database
{
    public const string Name = "GameState";
    public const string Key = $"ConnectionStrings:{Name}";

    /// <summary>How ADO.NET providers are named where Orleans asks for one.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>Its connection string; null where none is given.</summary>
    /// <exception cref="OptionsValidationException">It cannot be read.</exception>
    public static string? FindConnectionString(this IConfiguration configuration) =>
        configuration.GetConnectionString(Name) is { Length: > 0 } connectionString ? Checked(connectionString) : null;

    /// <summary>Its connection string, of a process that cannot do without.</summary>
    /// <exception cref="OptionsValidationException">There is none, or it cannot be read.</exception>
    public static string RequireConnectionString(this IConfiguration configuration) => configuration.FindConnectionString()
        ?? throw Refusal("it is not set. The processes of a cluster find each other in PostgreSQL: give all of them the same connection string, such as Host=...;Username=...;Password=...;Database=....");

    /// <summary>What stops the start because of it.</summary>
    public static OptionsValidationException Refusal(string message) => new(Name, typeof(NpgsqlConnectionStringBuilder), [$"{Key}: {message}"]);

    private static string Checked(string connectionString)
    {
        try
        {
            // Never told on: a password has no place in the name of a connection, which metrics and spans carry.
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.Remove("Persist Security Info");
            return settings.ConnectionString;
        }
        catch (ArgumentException exception)
        {
            throw Refusal($"{exception.Message} A connection string reads Host=...;Username=...;Password=...;Database=....");
        }
    }
}
