using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.Tests.Entities;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class StoredSectorTests
{
    private static readonly StoredTypes Types = new(SectorKinds.All);
    private static readonly Type[] EventFamilies = [typeof(UniverseEvent), typeof(SectorEvent), typeof(PlayerEvent), typeof(WarpTunnelEvent), typeof(UniverseMapEvent)];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    public static TheoryData<string, string> Keys => new()
    {
        { "universe", "u1" }, { "universe", "universe" },
        { "sector", "u1/442" }, { "sector", "u1/a-b" }, { "sector", "u1/player" }, { "sector", "u1/universe" },
        { "player", "u1/player/ada" }, { "player", "u1/player/442" },
        { "warpTunnel", "u1/tunnel/1-2" }, { "warpTunnel", "u1/tunnel/a--b-c" },
        { "universeMap", "u1/universe/map" },
        { "", "" }, { "", "u1/" }, { "", "/442" }, { "", "u1/a b" }, { "", "u1/player/" }, { "", "u1/tunnel/1" }, { "", "u1/tunnel/a-b-c" },
        { "", "u1/tunnel/a--b" }, { "", "u1/universe/maps" }, { "", "u1/pilot/ada" }, { "", "u1/player/ada/x" }, { "", "u 1" },
    };

    public static TheoryData<Type> Families => [.. EventFamilies];

    [Fact]
    public void Event_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(SectorGens.Events), told =>
    {
        var (name, json) = Types.Encode(told);
        var read = Types.Decode(SectorKeys.System, name, Jsonb.Normalised(json));
        return (Same(json, Types.Encode(read).Json) && read.GetType() == told.GetType()).Label($"{Encoding.UTF8.GetString(json)} => {read}");
    }));

    [Fact]
    public void State_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(SectorGens.States), entity =>
    {
        var kind = Types.OfKey(SectorKeys.System, entity.Key);
        var json = kind.Encode(entity.State);
        var read = kind.Decode(Jsonb.Normalised(json));
        return (Same(json, kind.Encode(read)) && read.GetType() == kind.State).Label(Encoding.UTF8.GetString(json));
    }));

    [Theory]
    [MemberData(nameof(Families))]
    public void Family_IsStoredWhole_UnderTheNamesClientsKnow(Type family)
    {
        var kind = Assert.Single(SectorKinds.All, kind => kind.GetType().GenericTypeArguments[1] == family);

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
        var types = typeof(SectorState).Assembly.GetTypes().Where(type => type.Namespace == typeof(SectorState).Namespace).ToArray();

        Assert.Equal(types.Where(type => type.BaseType == typeof(EntityEvent)).OrderBy(type => type.Name), EventFamilies.OrderBy(type => type.Name));
        Assert.Equal(types.Where(type => type.GetInterfaces().Any(IsState)).OrderBy(type => type.Name), SectorKinds.All.Select(kind => kind.State).OrderBy(type => type.Name));
        Assert.Distinct(SectorKinds.All.SelectMany(kind => kind.Events, (kind, stored) => stored.Name));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_IsOwnedByItsKindAlone(string owner, string key)
    {
        Assert.Equal(owner.Length == 0 ? [] : [owner], SectorKinds.All.Where(kind => kind.Owns(key)).Select(kind => kind.Name));
        Assert.Equal(owner.Length == 0, Record.Exception(() => Types.OfKey(SectorKeys.System, key)) is ArgumentException);
    }

    [Fact]
    public void Enums_HaveAWordForEveryMember()
    {
        foreach (var type in StoredEnums())
        {
            var json = Json(type);
            foreach (var member in Enum.GetValuesAsUnderlyingType(type))
            {
                var stored = JsonSerializer.SerializeToElement(Enum.ToObject(type, member), json);
                Assert.True(stored.ValueKind == JsonValueKind.String, $"{type.Name} has no word for {Enum.ToObject(type, member)}.");
                Assert.Equal(Enum.ToObject(type, member), stored.Deserialize(json));
            }
        }
    }

    private static JsonTypeInfo Json(Type type) => SectorStorageJson.Of<SectorState>().Options.GetTypeInfo(type);

    private static IEnumerable<Type> StoredEnums() => StoredProperties
        .Reachable(SectorKinds.All.SelectMany(kind => kind.Events.Select(stored => stored.Json).Append(Json(kind.State))))
        .Select(type => type.Type)
        .Where(type => type.IsEnum);

    private static bool IsState(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityState<,>);

    private static bool Same(byte[] first, byte[] second) => first.AsSpan().SequenceEqual(second);
}
