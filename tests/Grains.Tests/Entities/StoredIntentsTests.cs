using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using static OrleansGameState.Grains.Tests.Territory.ZoneStory;

namespace OrleansGameState.Grains.Tests.Entities;

public sealed class StoredIntentsTests
{
    private static readonly StoredIntents Intents = new(new StoredTypes(TerritoryKinds.All));

    [Fact]
    public void Nothing_IsNull()
    {
        Assert.Null(Intents.EncodePending(Record([], [])));
        Assert.Null(StoredIntents.EncodeReceived(Record([], [])));
        Assert.Empty(Intents.DecodePending("territory", "ps2/10/2", null));
        Assert.Empty(StoredIntents.DecodeReceived(null));
    }

    [Fact]
    public void Pending_ComesBackInOrder()
    {
        ImmutableArray<Intent> pending =
        [
            new("ps2/10/2", "ps2/10", 4, new ZoneReported(Start, new(2, "Indar", ZoneStatus.Locked, Faction.TerranRepublic, Start))),
            new("ps2/10/2", "ps2/10", 7, new ZoneRemoved(Start, 2)),
        ];

        var stored = Intents.EncodePending(Record(pending, []))!;

        using var json = JsonDocument.Parse(stored);
        Assert.Equal(["target", "id", "type", "event"], json.RootElement[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal("zoneReported", json.RootElement[0].GetProperty("type").GetString());
        Assert.Equal<Intent>(pending, Intents.DecodePending("territory", "ps2/10/2", stored));
    }

    [Fact]
    public void Pending_IsReadWhateverTheOrderOfItsProperties()
    {
        var stored = """[{"id": 9, "type": "worldListed", "event": {"name": "Miller", "worldId": 10, "occurredAt": "2026-05-01T12:00:00Z"}, "target": "ps2"}]"""u8.ToArray();

        Assert.Equal(
            new Intent("ps2/10", "ps2", 9, new WorldListed(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero), 10, "Miller")),
            Assert.Single(Intents.DecodePending("territory", "ps2/10", stored)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"target": "ps2", "id": "9", "type": "worldListed", "event": {}}]""")]
    [InlineData("""[{"target": "ps2", "id": 9, "type": "worldEaten", "event": {}}]""")]
    [InlineData("""[{"target": "ps2", "id": 9, "type": "worldListed", "event": null}]""")]
    public void PendingOfAnotherForm_IsRefused(string stored) =>
        Assert.Throws<JsonException>(() => Intents.DecodePending("territory", "ps2/10", Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void Received_ComesBack()
    {
        var received = ImmutableSortedDictionary<string, long>.Empty.Add("ps2/10/2", 41).Add("ps2/10/282198111", long.MaxValue);

        var stored = StoredIntents.EncodeReceived(Record([], received))!;

        Assert.Equal("""{"ps2/10/2":41,"ps2/10/282198111":9223372036854775807}""", Encoding.UTF8.GetString(stored));
        Assert.Equal(received, StoredIntents.DecodeReceived(stored));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"ps2/10/2": "41"}""")]
    [InlineData("""{"ps2/10/2": 4.1}""")]
    public void ReceivedOfAnotherForm_IsRefused(string stored) =>
        Assert.Throws<JsonException>(() => StoredIntents.DecodeReceived(Encoding.UTF8.GetBytes(stored)));

    private static EntityRecord<ZoneState> Record(ImmutableArray<Intent> pending, IEnumerable<KeyValuePair<string, long>> received) =>
        new("territory", "ps2/10/2", 9, Start, Guid.NewGuid(), ZoneState.Initial("ps2/10/2"), [], pending, received.ToImmutableSortedDictionary());
}
