namespace Orleans.Configuration;

/// <summary>Reminders in a relational database.</summary>
public class AdoNetReminderTableOptions
{
    /// <summary>The name of the ADO.NET provider, such as <c>Npgsql</c>.</summary>
    public string Invariant { get; set; } = null!;

    public string? ConnectionString { get; set; }
}
