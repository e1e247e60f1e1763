using Orleans.Configuration;
using Orleans.Standin;

namespace Orleans.Hosting;

/// <summary>Reminders in a relational database; refused.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Keeps reminders there.</summary>
    /// <exception cref="OrleansConfigurationException">Always.</exception>
    public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
        throw NotInThisBuild.Error("Reminders on ADO.NET");
}
