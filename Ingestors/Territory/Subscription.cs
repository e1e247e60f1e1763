using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What is asked of the push service, and whether its echo says so.</summary>
internal sealed class Subscription
{
    private static readonly ImmutableArray<string> AllCharacters = ["all"];

    private readonly ImmutableSortedSet<string> _worlds;
    private readonly ImmutableSortedSet<string> _eventNames;

    public Subscription(IEnumerable<int> worlds, IEnumerable<string> eventNames)
    {
        _worlds = [.. worlds.Select(id => id.ToString(CultureInfo.InvariantCulture))];
        _eventNames = [.. eventNames];
        Text = JsonSerializer.Serialize(new
        {
            service = "event",
            action = "subscribe",
            // The list, never "all", which the service does not honour reliably.
            worlds = worlds.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)),
            characters = AllCharacters,
            eventNames,
            logicalAndCharactersWithWorlds = true,
        });
    }

    /// <summary>The frame to send; sending it again is answered with an echo as well.</summary>
    public string Text { get; }

    public bool IsEchoedBy(SubscriptionEcho echo) => _worlds.SetEquals(echo.Worlds) && _eventNames.SetEquals(echo.EventNames);
}
