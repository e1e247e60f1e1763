namespace Orleans.Concurrency;

/// <summary>All calls of this grain class interleave.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
