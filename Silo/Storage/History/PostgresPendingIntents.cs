using System.Collections.Immutable;
using Npgsql;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>
/// Finds the entities that owe others something. Each call goes on where the one before it ended, and begins anew at
/// the end, so that a thousand that cannot be delivered do not hide the others.
/// </summary>
internal sealed class PostgresPendingIntents(StoreReads reads) : IPendingIntents
{
    private const string Sql = """
        select system, key from entity
        where owes and (system, key) > ($1, $2)
        order by system, key
        limit $3
        """;

    private static readonly (string System, string Key) Start = ("", "");

    private (string System, string Key) _last = Start;

    public async ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken)
    {
        var after = _last;
        var found = await reads.ReadAsync((connection, token) => ReadAsync(connection, after, limit, token), cancellationToken);
        _last = found.Length < limit ? Start : found[^1];
        return found;
    }

    private static async Task<ImmutableArray<(string System, string Key)>> ReadAsync(NpgsqlConnection connection, (string System, string Key) after, int limit, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql, after.System, after.Key, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found.DrainToImmutable();
    }
}
