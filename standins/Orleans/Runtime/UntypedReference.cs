namespace Orleans.Standin;

/// <summary>A reference whose interface is not known yet.</summary>
internal sealed class UntypedReference(ReferenceSeed seed) : GrainProxy(seed);
