using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>
/// Which entities owe others something: those that this process read or wrote, and once, at start, whatever the table
/// holds. What a process owes that dies while others go on is found when another one starts, or with the entity's next
/// activation.
/// </summary>
internal sealed class AdoNetPendingIntents(StoreSource source, IOptions<Orleans.Configuration.ClusterOptions> cluster) : IPendingIntents
{
    // Reads the whole table: rows have no mark that an index could hold.
    private const string Sql = """
        select split_part(grain_type, '/', 2), grain_text from orleans_storage
        where service_id = $1 and grain_type like $2 and position($3 in payload) > 0
        """;

    private readonly Lock _lock = new();
    private readonly SortedSet<(string System, string Key)> _owing = new(Comparer<(string System, string Key)>.Create(Compare));
    private ImmutableArray<(string System, string Key)> _found = [];
    private (string System, string Key) _last = ("", "");
    private bool _isScanned;

    /// <summary>Remembers what was read or written last of an entity.</summary>
    public void Note(IEntityRecord record)
    {
        lock (_lock)
        {
            if (record.Pending.IsDefaultOrEmpty)
            {
                _owing.Remove((record.System, record.Key));
            }
            else
            {
                _owing.Add((record.System, record.Key));
            }
        }
    }

    public async ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken)
    {
        if (!_isScanned)
        {
            _found = await ScanAsync(cancellationToken);
            _isScanned = true;
        }

        // Told once: the call activates the entity, and whoever has it remembers it from then on.
        ImmutableArray<(string System, string Key)> found = [.. _found.Take(limit)];
        _found = _found[found.Length..];
        return [.. found, .. Next(limit - found.Length)];
    }

    // Goes on where the call before ended, so that some that cannot be delivered do not hide the others.
    private ImmutableArray<(string System, string Key)> Next(int limit)
    {
        lock (_lock)
        {
            ImmutableArray<(string System, string Key)> found = [.. _owing.SkipWhile(entity => Compare(entity, _last) <= 0).Take(limit)];
            _last = found.Length < limit ? ("", "") : found.LastOrDefault(_last);
            return found;
        }
    }

    private async Task<ImmutableArray<(string System, string Key)>> ScanAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        await using var connection = await source.Reads.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(Sql, cluster.Value.ServiceId, AdoNetEntityStore.TypePrefix + "%", EntityRowSerializer.PendingMark.ToArray());
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found.DrainToImmutable();
    }

    private static int Compare((string System, string Key) one, (string System, string Key) other) =>
        string.CompareOrdinal(one.System, other.System) is var order && order != 0 ? order : string.CompareOrdinal(one.Key, other.Key);
}
