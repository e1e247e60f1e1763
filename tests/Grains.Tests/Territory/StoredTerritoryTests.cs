using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Grains.Tests.Entities;

namespace OrleansGameState.Grains.Tests.Territory;

public sealed class StoredTerritoryTests
{
    private const string SystemName = TerritoryKeys.System;

    private static readonly StoredTypes Types = new(TerritoryKinds.All);
    private static readonly Type[] EventFamilies = [typeof(ZoneEvent), typeof(WorldEvent), typeof(WorldDirectoryEvent)];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    public static TheoryData<string, string> Keys => new()
    {
        { "zone", "ps2/10/2" }, { "zone", "ps2/1/282198111" }, { "zone", $"ps2/{int.MaxValue}/{uint.MaxValue}" },
        { "world", "ps2/10" }, { "world", $"ps2/{int.MaxValue}" },
        { "worldDirectory", "ps2" },
        { "", "" }, { "", "ps2/" }, { "", "ps2/0" }, { "", "ps2/010" }, { "", "ps2/10/" }, { "", "ps2/10/0" }, { "", "ps2/10/2/3" }, { "", "PS2" }, { "", "elite" },
    };

    public static TheoryData<Type> Families => [.. EventFamilies];

    [Fact]
    public void Event_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(TerritoryGens.Events), told =>
    {
        var (name, json) = Types.Encode(told);
        var read = Types.Decode(SystemName, name, Jsonb.Normalised(json));
        return (Same(json, Types.Encode(read).Json) && read.GetType() == told.GetType()).Label($"{Encoding.UTF8.GetString(json)} => {read}");
    }));

    [Fact]
    public void State_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(TerritoryGens.States), entity =>
    {
        var kind = Types.OfKey(SystemName, entity.Key);
        var json = kind.Encode(entity.State);
        var read = kind.Decode(Jsonb.Normalised(json));
        return (Same(json, kind.Encode(read)) && read.GetType() == kind.State).Label(Encoding.UTF8.GetString(json));
    }));

    [Fact]
    public void StateThatWasRead_FoldsOnAsTheOneThatWasWritten() => Check.One(Many, Prop.ForAll(
        Arb.From(Gen.ArrayOf(TerritoryGens.ZoneEvents)),
        Arb.From(TerritoryGens.ZoneEvents),
        (before, next) =>
        {
            var kind = TerritoryKinds.Zone;
            var written = before.Aggregate(kind.Initial("ps2/10/2"), kind.Apply);
            var read = kind.Decode(kind.Encode(written));
            return Same(kind.Encode(kind.Apply(written, next)), kind.Encode(kind.Apply(read, next)));
        }));

    [Theory]
    [MemberData(nameof(Families))]
    public void Family_IsStoredWhole_UnderTheNamesClientsKnow(Type family)
    {
        var kind = Assert.Single(TerritoryKinds.All, kind => kind.GetType().GenericTypeArguments[1] == family);

        Assert.Equal(
            family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => ((string)derived.TypeDiscriminator!, derived.DerivedType)).OrderBy(pair => pair.Item1, StringComparer.Ordinal),
            kind.Events.Select(stored => (stored.Name, stored.Json.Type)).OrderBy(pair => pair.Item1, StringComparer.Ordinal));
        Assert.Equal(
            family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family)).OrderBy(type => type.Name),
            kind.Events.Select(stored => stored.Json.Type).OrderBy(type => type.Name));
    }

    [Fact]
    public void EveryFamilyAndState_IsOfAKind()
    {
        var assembly = typeof(ZoneState).Assembly;

        Assert.Equal(
            assembly.GetTypes().Where(type => type.Namespace == typeof(ZoneState).Namespace && type.BaseType == typeof(EntityEvent)).OrderBy(type => type.Name),
            EventFamilies.OrderBy(type => type.Name));
        Assert.Equal(
            assembly.GetTypes().Where(type => type.Namespace == typeof(ZoneState).Namespace && type.GetInterfaces().Any(IsState)).OrderBy(type => type.Name),
            TerritoryKinds.All.Select(kind => kind.State).OrderBy(type => type.Name));
    }

    [Fact]
    public void Names_AreUniqueInTheirSystem()
    {
        Assert.Distinct(TerritoryKinds.All.SelectMany(kind => kind.Events, (kind, stored) => (kind.System, stored.Name)));
        Assert.Distinct(TerritoryKinds.All.Select(kind => (kind.System, kind.Name)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_IsOwnedByItsKindAlone(string owner, string key)
    {
        Assert.Equal(owner.Length == 0 ? [] : [owner], TerritoryKinds.All.Where(kind => kind.Owns(key)).Select(kind => kind.Name));
        Assert.Equal(owner.Length == 0, Record.Exception(() => Types.OfKey(SystemName, key)) is ArgumentException);
    }

    [Fact]
    public void Body_HasNoDiscriminator() => Check.One(Many, Prop.ForAll(Arb.From(TerritoryGens.Events), told =>
        JsonNode.Parse(Types.Encode(told).Json)!.AsObject().All(property => property.Key is not "type" && !property.Key.StartsWith('$'))));

    [Fact]
    public void Enums_HaveAWordForEveryMember_ButFactions()
    {
        foreach (var type in StoredEnums().Where(type => type != typeof(Faction)))
        {
            var json = Json(type);
            foreach (var member in Enum.GetValuesAsUnderlyingType(type))
            {
                var stored = JsonSerializer.SerializeToElement(Enum.ToObject(type, member), json);
                Assert.True(stored.ValueKind == JsonValueKind.String, $"{type.Name} has no word for {Enum.ToObject(type, member)}.");
                Assert.Matches("^[a-z][A-Za-z]*$", stored.GetString());
                Assert.Equal(Enum.ToObject(type, member), stored.Deserialize(json));
            }
        }

        Assert.Equal("2", JsonSerializer.Serialize(Faction.NewConglomerate, Json(typeof(Faction))));
    }

    [Fact]
    public void Word_OfANewerVersion_IsRefusedByName()
    {
        var refusal = Assert.Throws<JsonException>(() => Types.Decode(SystemName, "zoneLocked", """{"cause": "meteor", "occurredAt": "2026-05-01T12:00:00Z"}"""u8));

        Assert.Contains("'meteor'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_OfANewerVersion_IsRefusedByName() => Assert.Contains(
        "'zoneEaten'",
        Assert.Throws<JsonException>(() => Types.Decode(SystemName, "zoneEaten", "{}"u8)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Instant_IsStoredInUtc()
    {
        var (_, json) = Types.Encode(new ZoneRetired(new(2026, 5, 1, 14, 0, 0, 250, TimeSpan.FromHours(2))));

        Assert.Equal("""{"occurredAt":"2026-05-01T12:00:00.25Z"}""", Encoding.UTF8.GetString(json));
    }

    [Fact]
    public void TypeThatIsNotStored_IsRefused()
    {
        Assert.Throws<NotSupportedException>(TerritoryStorageJson.Of<ReportMap>);
        Assert.Throws<ArgumentException>(() => Types.Encode(new Stranger()));
        Assert.Throws<ArgumentException>(() => Types.OfRecord(typeof(EntityRecord<string>)));
    }

    private static JsonTypeInfo Json(Type type) => TerritoryStorageJson.Of<ZoneState>().Options.GetTypeInfo(type);

    private static IEnumerable<Type> StoredEnums()
    {
        var seen = StoredProperties.Reachable(TerritoryKinds.All.SelectMany(kind => kind.Events.Select(stored => stored.Json).Append(Json(kind.State))));
        return seen.Select(type => type.Type).Where(type => type.IsEnum);
    }

    private static bool IsState(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityState<,>);

    private static bool Same(byte[] first, byte[] second) => first.AsSpan().SequenceEqual(second);

    private sealed record Stranger : EntityEvent;
}
