using System.Globalization;

namespace Orleans;

/// <summary>How long an activation of this class may be idle before it is collected.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The least age.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? _age;

    /// <summary>Set by the properties.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>Set by text such as <c>00:05:00</c>.</summary>
    public CollectionAgeLimitAttribute(string inactivityPeriod) =>
        _age = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>The age; never below <see cref="MinAgeLimit"/>.</summary>
    public TimeSpan AgeLimit
    {
        get
        {
            var age = _age ?? TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
            return age < MinAgeLimit ? MinAgeLimit : age;
        }
    }

    /// <summary>Never collected.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>Days of the age.</summary>
    public double Days { get; set; }

    /// <summary>Hours of the age.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes of the age.</summary>
    public double Minutes { get; set; }
}
