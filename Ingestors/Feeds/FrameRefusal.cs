namespace OrleansGameState.Ingestors.Feeds;

/// <summary>Why a frame, or a part of it, could not be read.</summary>
/// <param name="Reason">Stable, in kebab case; refusals are counted by it.</param>
/// <param name="Field">The field that was wrong; empty where it is the frame as a whole.</param>
/// <param name="Detail">For people.</param>
internal sealed record FrameRefusal(string Reason, string Field, string Detail)
{
    public const string MalformedJson = "malformed-json";
    public const string UnknownFrame = "unknown-frame";
    public const string UnknownFeed = "unknown-feed";
    public const string MissingField = "missing-field";
    public const string BadField = "bad-field";
    public const string BadLine = "bad-line";
    public const string Overflow = "overflow";
    public const string CallFailed = "call-failed";
    public const string UnknownZone = "unknown-zone";
}
