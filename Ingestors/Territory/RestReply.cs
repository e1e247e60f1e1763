using System.Collections.Immutable;
using System.Text.Json;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What a REST frame says. An error is never an empty answer: the service tells most of its errors with HTTP 200.</summary>
internal abstract record RestReply(RestSubject Subject);

/// <summary>What was asked for, and when.</summary>
internal sealed record RestSubject(string Collection, int? WorldId, DateTimeOffset RequestedAt, ImmutableArray<long> CharacterIds);

/// <summary>The rows of the answer; at least one.</summary>
internal sealed record RestAnswer(RestSubject Subject, ImmutableArray<JsonElement> Rows) : RestReply(Subject);

/// <summary>The service answered that there is nothing.</summary>
internal sealed record RestEmpty(RestSubject Subject) : RestReply(Subject);

/// <summary>The service did not answer the question.</summary>
/// <param name="Subject">The question.</param>
/// <param name="Kind">Stable, in kebab case; errors are counted by it.</param>
/// <param name="Text">What the service said.</param>
/// <param name="IsTransient">False where only a change of settings helps.</param>
internal sealed record RestError(RestSubject Subject, string Kind, string Text, bool IsTransient) : RestReply(Subject);
