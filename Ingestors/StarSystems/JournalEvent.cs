using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>What was read of a journal's event, and the first thing that was wrong with it.</summary>
internal sealed class JournalEvent
{
    /// <summary>It tells of a system's factions, as far as is known yet.</summary>
    public bool IsOfInterest { get; set; } = true;

    public FrameRefusal? Refusal { get; set; }

    public string Event { get; set; } = "";

    public DateTimeOffset ObservedAt { get; set; }

    public long SystemAddress { get; set; }

    public string Name { get; set; } = "";

    public StarPosition? Position { get; set; }

    public long Population { get; set; }

    public string ControllingFaction { get; set; } = "";

    public string Allegiance { get; set; } = "";

    public string Government { get; set; } = "";

    public string Economy { get; set; } = "";

    public string Security { get; set; } = "";

    public ImmutableArray<FactionPresence> Factions { get; set; } = [];

    public ImmutableArray<Conflict> Conflicts { get; set; } = [];

    public SystemMessage ToMessage() => new(SystemAddress, new ReportObservation(new(
        ObservedAt, Name, Position, Population, ControllingFaction, Allegiance, Government, Economy, Security, Factions, Conflicts)));
}
