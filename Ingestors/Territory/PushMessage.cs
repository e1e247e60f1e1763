using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What a push frame says.</summary>
internal abstract record PushMessage;

/// <summary>A frame about one world.</summary>
internal abstract record WorldMessage(int WorldId) : PushMessage;

/// <summary>An event for a zone, as the command it is.</summary>
internal sealed record ZoneMessage(int WorldId, uint ZoneId, ZoneCommand Command) : WorldMessage(WorldId);

/// <summary>A player took part in a capture; the zone is told of it once the others are known.</summary>
internal sealed record PlayerCapture(int WorldId, uint ZoneId, int FacilityId, long CharacterId, DateTimeOffset Timestamp) : WorldMessage(WorldId);

/// <summary>Worlds whose service is online or not, by world id.</summary>
internal sealed record OnlineStates(ImmutableSortedDictionary<int, bool> Worlds) : PushMessage;

/// <summary>The server's echo of what is subscribed.</summary>
internal sealed record SubscriptionEcho(ImmutableSortedSet<string> Worlds, ImmutableSortedSet<string> EventNames) : PushMessage;

/// <summary>The connection stands, or will not for long.</summary>
internal sealed record ConnectionState(bool Connected) : PushMessage;

/// <summary>Understood, and of no interest. <paramref name="WorldId"/> is null where the frame has none.</summary>
internal sealed record OtherMessage(string Kind, int? WorldId) : PushMessage
{
    public const string OtherEvent = "other-event";
    public const string Help = "help";
}
