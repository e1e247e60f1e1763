using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>A message, or why there is none.</summary>
internal readonly record struct StarSystemParse(StarSystemMessage? Message, FrameRefusal? Refusal)
{
    public static implicit operator StarSystemParse(StarSystemMessage message) => new(message, null);

    public static implicit operator StarSystemParse(FrameRefusal refusal) => new(null, refusal);
}
