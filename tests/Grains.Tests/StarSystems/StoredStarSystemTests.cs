using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Tests.Entities;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class StoredStarSystemTests
{
    private static readonly StoredTypes Types = new(StarSystemKinds.All);
    private static readonly Type[] EventFamilies = [typeof(StarSystemEvent), typeof(GalaxyEvent), typeof(MinorFactionEvent), typeof(SystemNameEvent)];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    public static TheoryData<string, string> Keys => new()
    {
        { "starSystem", "elite/1" }, { "starSystem", $"elite/{long.MaxValue}" },
        { "galaxy", "elite" },
        { "minorFaction", "elite/faction/bluestar pmc" }, { "minorFaction", "elite/faction/1" },
        { "systemName", "elite/name/sol" }, { "systemName", "elite/name/elite/name/x" }, { "systemName", "elite/name/1" },
        { "", "" }, { "", "elite/" }, { "", "elite/0" }, { "", "elite/01" }, { "", "elite/-1" }, { "", "elite/name/" }, { "", "elite/name/Sol" }, { "", "elite/name/ sol" },
        { "", "elite/faction/" }, { "", "elite/faction/A" }, { "", "Elite" }, { "", "elite/9223372036854775808" }, { "", "ps2/10" },
    };

    public static TheoryData<Type> Families => [.. EventFamilies];

    [Fact]
    public void Event_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(StarSystemGens.Events), told =>
    {
        var (name, json) = Types.Encode(told);
        var read = Types.Decode(StarSystemKeys.System, name, Jsonb.Normalised(json));
        return (Same(json, Types.Encode(read).Json) && read.GetType() == told.GetType()).Label($"{Encoding.UTF8.GetString(json)} => {read}");
    }));

    [Fact]
    public void State_ComesBackEqual_HoweverTheStoreOrdersIt() => Check.One(Many, Prop.ForAll(Arb.From(StarSystemGens.States), entity =>
    {
        var kind = Types.OfKey(StarSystemKeys.System, entity.Key);
        var json = kind.Encode(entity.State);
        var read = kind.Decode(Jsonb.Normalised(json));
        return (Same(json, kind.Encode(read)) && read.GetType() == kind.State).Label(Encoding.UTF8.GetString(json));
    }));

    [Theory]
    [MemberData(nameof(Families))]
    public void Family_IsStoredWhole_UnderTheNamesClientsKnow(Type family)
    {
        var kind = Assert.Single(StarSystemKinds.All, kind => kind.GetType().GenericTypeArguments[1] == family);

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
        var types = typeof(StarSystemState).Assembly.GetTypes().Where(type => type.Namespace == typeof(StarSystemState).Namespace).ToArray();

        Assert.Equal(types.Where(type => type.BaseType == typeof(EntityEvent)).OrderBy(type => type.Name), EventFamilies.OrderBy(type => type.Name));
        Assert.Equal(types.Where(type => type.GetInterfaces().Any(IsState)).OrderBy(type => type.Name), StarSystemKinds.All.Select(kind => kind.State).OrderBy(type => type.Name));
        Assert.Distinct(StarSystemKinds.All.SelectMany(kind => kind.Events, (kind, stored) => stored.Name));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_IsOwnedByItsKindAlone(string owner, string key)
    {
        Assert.Equal(owner.Length == 0 ? [] : [owner], StarSystemKinds.All.Where(kind => kind.Owns(key)).Select(kind => kind.Name));
        Assert.Equal(owner.Length == 0, Record.Exception(() => Types.OfKey(StarSystemKeys.System, key)) is ArgumentException);
    }

    // Whoever owes an index something must be able to find it.
    [Fact]
    public void NameThatIsNotRefused_MakesKeys() => Check.One(Many, Prop.ForAll(ArbMap.Default.ArbFor<string?>().Filter(name => name is not null), name =>
        Names.Refuse(name!, "name", "It") is not null
        || (StarSystemKinds.SystemName.Owns(StarSystemKeys.Name(name!)) && StarSystemKinds.MinorFaction.Owns(StarSystemKeys.Faction(name!)))));

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

    [Fact]
    public void TextsThatWereRead_AreOfThePool()
    {
        var row = """{"systemAddress": 7, "last": {"name": "Sol", "factions": [{"name": "Mother Gaia", "state": "Bo\u006fm", "activeStates": ["Boom", "Civil\u0057ar"], "pendingStates": []}]}}"""u8;

        var first = Faction(StarSystemKinds.StarSystem.Decode(row));
        var second = Faction(StarSystemKinds.StarSystem.Decode(row));

        Assert.Same(first.Name, second.Name);
        Assert.Same(first.State, second.ActiveStates[0]);
        Assert.True(first.ActiveStates == second.ActiveStates);
        Assert.Equal<string>(["Boom", "CivilWar"], first.ActiveStates);
        Assert.True(first.PendingStates == System.Collections.Immutable.ImmutableArray<string>.Empty && first.RecoveringStates == first.PendingStates);

        static FactionPresence Faction(object system) => ((StarSystemState)system).Last!.Factions[0];
    }

    [Theory]
    [InlineData("""{"last": {"name": 1}}""")]
    [InlineData("""{"nativeFactions": "A"}""")]
    [InlineData("""{"nativeFactions": [1]}""")]
    [InlineData("""{"nativeFactions": [null]}""")]
    public void RowOfAnotherForm_IsRefused(string row) =>
        Assert.Throws<JsonException>(() => StarSystemKinds.StarSystem.Decode(Encoding.UTF8.GetBytes(row)));

    private static JsonTypeInfo Json(Type type) => StarSystemStorageJson.Of<StarSystemState>().Options.GetTypeInfo(type);

    private static IEnumerable<Type> StoredEnums() => StoredProperties
        .Reachable(StarSystemKinds.All.SelectMany(kind => kind.Events.Select(stored => stored.Json).Append(Json(kind.State))))
        .Select(type => type.Type)
        .Where(type => type.IsEnum);

    private static bool IsState(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityState<,>);

    private static bool Same(byte[] first, byte[] second) => first.AsSpan().SequenceEqual(second);
}
