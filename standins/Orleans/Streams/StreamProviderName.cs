namespace Orleans.Standin;

/// <summary>A stream provider that was added.</summary>
internal sealed record StreamProviderName(string Name);
