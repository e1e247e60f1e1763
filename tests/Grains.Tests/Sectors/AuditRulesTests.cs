using System.Collections.Immutable;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class AuditRulesTests
{
    private static readonly DateTimeOffset Since = new(2026, 4, 30, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void RecordsAndListsThatAgree_NeedNothing()
    {
        var found = Compare(Player("ada", "1"), Player("bob", "2") with { IsPresent = false }, Sector("1", "ada"));

        Assert.Equal(2, found.Looked);
        Assert.True(found.Silent.IsEmpty && found.Missing.IsEmpty && found.Strays.IsEmpty && found.Ships.IsEmpty && found.Departures.IsEmpty);
    }

    [Fact]
    public void PlayerWhoWasSilent_IsFound_UnlessTheyAreGone()
    {
        var silent = Player("ada", "1") with { LastActivityAt = Since.AddSeconds(-1) };

        Assert.Equal(["ada"], Compare(silent, Player("bob", "1") with { LastActivityAt = Since }, Sector("1", "ada", "bob")).Silent.AsEnumerable());
        Assert.Empty(Compare(silent with { IsPresent = false }).Silent);
    }

    [Fact]
    public void EntryThatTheListLacks_IsFound_UnlessTheRecordOwesIt()
    {
        var player = Player("ada", "1");

        Assert.Equal([("ada", "1")], Compare(player, Sector("1", "bob"), Sector("2", "ada")).Missing.AsEnumerable());
        Assert.Equal([("ada", "1")], Compare(player).Missing.AsEnumerable());
        Assert.Empty(Compare(player with { OwedTo = ["2", "1"] }, Sector("1")).Missing);
        Assert.Empty(Compare(player with { IsPresent = false }, Sector("1")).Missing);
    }

    [Fact]
    public void EntryThatTheRecordDenies_IsAStray_UnlessTheRecordOwesItsDeparture()
    {
        var list = Sector("1", "ada") with { Heard = Heard(("ada", 7)) };

        Assert.Equal([("ada", "1", 7)], Compare(Player("ada", "2"), list, Sector("2", "ada")).Strays.AsEnumerable());
        Assert.Equal([("ada", "1", 7)], Compare(Player("ada", "1") with { IsPresent = false }, list).Strays.AsEnumerable());
        Assert.Equal([("ada", "1", 7)], Compare(list).Strays.AsEnumerable());
        Assert.Empty(Compare(Player("ada", "2") with { OwedTo = ["1", "2"] }, list).Strays);
        Assert.Single(Compare(Player("ada", "2") with { OwedTo = ["2", "3"] }, list).Strays);
    }

    [Fact]
    public void ShipWithoutAPilot_ThatSomebodyFlies_IsFound()
    {
        var parked = Sector("1") with { Parked = ["ship-ada", "other"] };

        Assert.Equal([("ship-ada", "1", "ada")], Compare(Player("ada", "2"), Sector("2", "ada"), parked).Ships.AsEnumerable());
        Assert.Empty(Compare(Player("ada", "2") with { OwedTo = ["2"] }, Sector("2", "ada"), parked).Ships);
        Assert.Empty(Compare(Player("ada", "2") with { IsPresent = false }, parked).Ships);
    }

    [Fact]
    public void Departure_IsForgotten_OnceTheStoredRecordCanTellNothingOlder()
    {
        var list = Sector("1", "bob") with { Heard = Heard(("ada", 5), ("bob", 5), ("cat", 5), ("dan", 5), ("eve", 5)) };

        var found = Compare(
            list,
            Player("ada", "2") with { Version = 5, OwedTo = ["2", "3"] },
            Player("bob", "1") with { Version = 5 },
            Player("cat", "2") with { Version = 4 },
            Player("dan", "2") with { Version = 5, OwedTo = ["1", "2"] });

        var (sector, heard) = Assert.Single(found.Departures);
        Assert.Equal(("1", "ada", 5), (sector, Assert.Single(heard).Key, heard["ada"]));
    }

    private static AuditFindings Compare(params Audited[] audited) => AuditRules.Compare([.. audited], Since);

    private static AuditedPlayer Player(string id, string sector) => new(id, 9, [], true, sector, $"ship-{id}", Since);

    private static AuditedSector Sector(string id, params string[] players) => new(id, players.ToHashSet(), [], Heard());

    private static ImmutableSortedDictionary<string, long> Heard(params (string Player, long Sequence)[] heard) =>
        heard.ToImmutableSortedDictionary(one => one.Player, one => one.Sequence);
}
