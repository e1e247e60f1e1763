using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Grains.Interfaces.Territory.Faction;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class TerritoryJsonTests
{
    [Fact]
    public void Zone_SurvivesJson()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate, outfit: 37537074285186809));
        story.Tell(Players(60, Outpost, NewConglomerate));
        story.Tell(new ReportContinentLock(Start.AddSeconds(90), NewConglomerate, None, new(1, 2, 3), 149));
        story.Tell(new ReportMetagameEvent(Start.AddSeconds(95), 149, AlertState.Ended, 7));

        var json = JsonSerializer.Serialize(story.State);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ZoneState>(json)));
        Assert.Equal(story.State.Facilities[Outpost].Rank, JsonSerializer.Deserialize<ZoneState>(json)!.Facilities[Outpost].Rank);
    }

    [Fact]
    public void ZoneEvents_SurviveJsonUnderStableNames()
    {
        var story = Open();
        story.Tell(Control(60, Outpost, VanuSovereignty, NewConglomerate, outfit: 37));

        foreach (var @event in story.Events)
        {
            var json = JsonSerializer.Serialize(@event);
            var read = JsonSerializer.Deserialize<ZoneEvent>(json);
            Assert.Equal(@event.GetType(), read!.GetType());
            Assert.Equal(json, JsonSerializer.Serialize(read));
        }

        Assert.Contains("\"type\":\"facilityCaptured\"", JsonSerializer.Serialize(story.Events.OfType<FacilityCaptured>().Single<ZoneEvent>()), StringComparison.Ordinal);
    }
}
