using System.Globalization;
using System.Text.RegularExpressions;

namespace OrleansGameState.Silo.Storage.Partitions;

/// <summary>A month of a system's events: the unit in which history is kept and dropped.</summary>
internal sealed partial record EventMonth
{
    private const string Root = "entity_event";

    /// <param name="system">The system's name: it becomes part of tables' names.</param>
    /// <param name="month">The first day of the month, UTC.</param>
    public EventMonth(string system, DateOnly month)
    {
        if (!SystemName().IsMatch(system))
        {
            throw new ArgumentException($"'{system}' cannot name tables; a system's name is up to 40 lower-case letters and digits.", nameof(system));
        }

        (System, Month) = (system, month);
    }

    public string System { get; }

    public DateOnly Month { get; }

    /// <summary>When the next month begins.</summary>
    public DateTimeOffset End => new(Month.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The table of all the system's events, quoted.</summary>
    public string SystemTable => $"\"{Root}_{System}\"";

    /// <summary>The table of the month's, quoted.</summary>
    public string Table => string.Create(CultureInfo.InvariantCulture, $"\"{Root}_{System}_{Month:yyyy_MM}\"");

    public string SystemSql => $"""
        create table {SystemTable} (like {Root} including all) partition by range (at);
        alter table {Root} attach partition {SystemTable} for values in ('{System}');
        """;

    public string MonthSql => string.Create(CultureInfo.InvariantCulture, $"""
        create table {Table} (like {SystemTable} including all);
        alter table {SystemTable} attach partition {Table} for values from ('{Month:yyyy-MM-dd}T00:00:00Z') to ('{Month.AddMonths(1):yyyy-MM-dd}T00:00:00Z');
        """);

    /// <summary>The first day of the UTC month of an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);

    /// <summary>The month that a table holds; null where the table is none of a month.</summary>
    /// <param name="table">Its name, not quoted.</param>
    public static EventMonth? Parse(string table)
    {
        var match = TableName().Match(table);
        return match.Success && DateOnly.TryParseExact(match.Groups[2].Value, "yyyy_MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new(match.Groups[1].Value, month)
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9]{0,39}$")]
    private static partial Regex SystemName();

    [GeneratedRegex(@"^entity_event_([a-z][a-z0-9]{0,39})_(\d{4}_\d{2})$")]
    private static partial Regex TableName();
}
