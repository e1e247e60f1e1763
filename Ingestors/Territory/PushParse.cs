using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>A message, or why there is none: exactly one of the two.</summary>
internal readonly record struct PushParse(PushMessage? Message, FrameRefusal? Refusal)
{
    public static implicit operator PushParse(PushMessage message) => new(message, null);

    public static implicit operator PushParse(FrameRefusal refusal) => new(null, refusal);
}
