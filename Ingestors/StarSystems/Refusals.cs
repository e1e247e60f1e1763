namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reasons of refusals that only these feeds have, and of what is passed over.</summary>
internal static class Refusals
{
    public const string DamagedZlib = "damaged-zlib";
    public const string ZlibBomb = "zlib-bomb";
    public const string Stale = "stale";

    public const string TestSchema = "test-schema";
    public const string OtherSchema = "other-schema";
    public const string OtherEvent = "other-event";
    public const string OtherTopic = "other-topic";
    public const string OldGame = "old-game";
    public const string Standby = "standby";
}
