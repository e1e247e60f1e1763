using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class SectorKeysTests
{
    private static readonly Gen<string> Ids = Gen.ArrayOf(Gen.Elements('a', '-', '1', '.', ':', '_')).Resize(7).Select(all => new string(all)).Where(SectorKeys.IsId);

    [Fact]
    public void Tunnels_NeverShareAKey_WhateverHyphensTheirEndsHave() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Arb.From(Gen.ArrayOf(Ids, 2)),
        Arb.From(Gen.ArrayOf(Ids, 2)),
        (first, second) => (Key(first) == Key(second)) == first.SequenceEqual(second)));

    [Fact]
    public void Tunnel_IsReadBackFromItsKey() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Arb.From(Gen.ArrayOf(Ids, 2)),
        ends => SectorKeys.TryParseTunnel(Key(ends), out var universe, out var from, out var to) && (universe, from, to) == ("u", ends[0], ends[1])));

    [Fact]
    public void TunnelsOfHyphenatedSectors_Differ() =>
        Assert.NotEqual(SectorKeys.Tunnel("u", "a-b", "c"), SectorKeys.Tunnel("u", "a", "b-c"));

    [Theory]
    [InlineData("1")]
    [InlineData("_")]
    [InlineData("a.b:c-d")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void Id_MayBe(string id) => Assert.True(SectorKeys.IsId(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("é")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Id_MayNotBe(string? id) => Assert.False(SectorKeys.IsId(id));

    private static string Key(string[] ends) => SectorKeys.Tunnel("u", ends[0], ends[1]);
}
