using Npgsql;
using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>The database that the server of these settings would use.</summary>
/// <param name="connectionString">Of a given server; null where the silo has one of its own.</param>
/// <param name="embedded">The silo's own; null where one is given.</param>
internal sealed class StoredDatabase(string? connectionString, EmbeddedPostgres? embedded)
{
    /// <summary>Its connection string. The silo's own server is started, unless a silo has it at work already.</summary>
    /// <exception cref="NotStartedException">There is no such database.</exception>
    public async Task<string> OpenAsync(CancellationToken cancellationToken)
    {
        if (connectionString is not null)
        {
            return connectionString;
        }

        var places = embedded!.Places;
        if (DataFolder.Inspect(places.DataDirectory).Content != DataFolderContent.Cluster)
        {
            throw new NotStartedException($"there is no database in {places.DataDirectory}. Name it by {EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}, or another one by {Database.Key}.");
        }

        try
        {
            await embedded.StartAsync(cancellationToken);
        }
        catch (NotStartedException refusal)
        {
            await RequireAtWorkAsync(places.ConnectionString(), refusal, cancellationToken);
        }

        return places.ConnectionString();
    }

    // Another silo has the folder, and so its server answers; else the refusal was for something else.
    private static async Task RequireAtWorkAsync(string connectionString, NotStartedException refusal, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (NpgsqlException)
        {
            throw refusal;
        }
    }
}
