using System.Globalization;

namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>Settings under <c>Storage:Retention</c>: a number of days for each system whose history is not kept for ever.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Storage:Retention";

    /// <summary>What was set, as text, by the system's name: whole days, 1 to 36,500. Absent: for ever.</summary>
    public Dictionary<string, string?> Systems { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same, once it was validated.</summary>
    public IEnumerable<(string System, TimeSpan Age)> Limits =>
        Systems.Select(setting => (setting.Key.ToLowerInvariant(), TimeSpan.FromDays(int.Parse(setting.Value!, NumberStyles.None, CultureInfo.InvariantCulture))));
}
