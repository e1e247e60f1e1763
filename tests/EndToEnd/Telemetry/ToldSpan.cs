using System.Collections.Immutable;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>A span as a collector got it; ids are hexadecimal, the parent's is empty at a trace's beginning.</summary>
/// <remarks>Service is who told it, Source the part of it; Links are the ids of spans that it is due to as well; IsError tells its status.</remarks>
internal sealed record ToldSpan(
    string Service,
    string Source,
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    ImmutableDictionary<string, string> Attributes,
    ImmutableArray<string> Links,
    bool IsError)
{
    /// <summary>True where the other one is its parent, or is linked to.</summary>
    public bool IsDueTo(ToldSpan other) => ParentId == other.Id || Links.Contains(other.Id);
}
