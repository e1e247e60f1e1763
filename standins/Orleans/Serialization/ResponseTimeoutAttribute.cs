using System.Globalization;

namespace Orleans;

/// <summary>On an interface method: how long its callers wait for an answer, in place of the configured time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute : Attribute
{
    /// <summary>From text as <see cref="TimeSpan.Parse(string)"/> takes it.</summary>
    public ResponseTimeoutAttribute(string timeout) => Timeout = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);

    /// <summary>How long they wait.</summary>
    public TimeSpan? Timeout { get; init; }
}
