using System.Text;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class EntityRowSerializerTests
{
    private const string Full = """
        {"key":"ps2/10","kind":"world","version":7,"at":"2026-05-01T12:00:00.123456Z","commit":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","state":{"name":"H\u00e4rrow"},"pending":[{"id":7}],"received":{"ps2/10/2":3}}
        """;

    private const string Plain = """
        {"key":"ps2/10","kind":"world","version":7,"at":"2026-05-01T12:00:00.123456Z","commit":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","state":{}}
        """;

    private readonly EntityRowSerializer _serializer = new();

    // As rows stand in databases: never changed, only added to.
    [Theory]
    [InlineData(Full)]
    [InlineData(Plain)]
    public void Row_ThatWasStored_ReadsAndIsWrittenAgainAsItWas(string stored) =>
        Assert.Equal(stored, _serializer.Serialize(_serializer.Deserialize<EntityRow>(new BinaryData(stored))).ToString());

    [Fact]
    public void Row_IsReadInAllItsParts()
    {
        var row = _serializer.Deserialize<EntityRow>(new BinaryData(Full))!;

        Assert.Equal(("ps2/10", "world", 7, "6ba7b810-9dad-11d1-80b4-00c04fd430c8"), (row.Key, row.Kind, row.Version, row.CommitId.ToString()));
        Assert.Equal(new(2026, 5, 1, 12, 0, 0, 123, 456, TimeSpan.Zero), row.At);
        Assert.Equal("""{"name":"H\u00e4rrow"} [{"id":7}] {"ps2/10/2":3}""", Encoding.UTF8.GetString([.. row.State, .. " "u8, .. row.Pending!, .. " "u8, .. row.Received!]));
    }

    [Fact]
    public void Row_OfANewerVersion_IsReadWithoutWhatIsUnknown() =>
        Assert.Equal(7, _serializer.Deserialize<EntityRow>(new BinaryData(Plain.Replace("{\"key\"", "{\"new\":[1],\"key\"", StringComparison.Ordinal)))!.Version);

    [Theory]
    [InlineData(Full, true)]
    [InlineData(Plain, false)]
    public void Mark_IsInRowsThatOweSomething(string stored, bool isOwing) =>
        Assert.Equal(isOwing, Encoding.UTF8.GetBytes(stored).AsSpan().IndexOf(EntityRowSerializer.PendingMark) >= 0);

    [Fact]
    public void AnythingElse_IsABug() => Assert.Throws<ArgumentException>(() => _serializer.Serialize("text"));
}
