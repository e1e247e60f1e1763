namespace Orleans;

/// <summary>Where reminders are kept.</summary>
public interface IReminderTable
{
    /// <summary>Readies the table.</summary>
    Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>All of a grain.</summary>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>Those of grains in a part of the ring, without its begin and with its end.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <summary>One; null where there is none.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Writes one; gives its new ETag.</summary>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <summary>Removes one; false where it has another ETag, or is not there.</summary>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    /// <summary>Removes all.</summary>
    Task TestOnlyClearTable();
}
