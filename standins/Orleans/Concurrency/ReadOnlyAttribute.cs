namespace Orleans.Concurrency;

/// <summary>Calls of read-only methods interleave with each other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
