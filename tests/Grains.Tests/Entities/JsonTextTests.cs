using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Grains.Tests.Entities;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Esamir", true)]
    [InlineData(@"\u0000", true)]
    [InlineData("\U0001F30D and \U0001F30E", true)]
    [InlineData("a\0b", false)]
    public void Text_IsStorable_WhereItComesBackAsItWas(string text, bool storable)
    {
        Assert.Equal(storable, JsonText.IsStorable(text));

        var refusal = JsonText.Refuse(text, "name", "The name");
        Assert.Equal(storable, refusal is null);
        Assert.True(refusal is null or { Code: "unstorable-text", Field: "name" });
    }

    // A test's data may not have such text either, so that it is made here.
    [Fact]
    public void HalfASurrogatePair_IsNotStorable() => Assert.All(
        ["\uD83C", "\uDF0D", "\uDF0D\uD83C", "\U0001F30D\uD83C", "\uD83Cx"],
        text => Assert.False(JsonText.IsStorable(text)));

    [Theory]
    [InlineData("a\0", false)]
    [InlineData(@"\u0000", true)]
    [InlineData("\\\0", false)]
    [InlineData(@"\\u0000", true)]
    [InlineData("\\u0000\0", false)]
    [InlineData("u0000", true)]
    [InlineData("\u0001", true)]
    public void Document_IsStorable_WhereNoTextOfItHasU0000(string text, bool storable)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { text });

        var refusal = Record.Exception(() => JsonText.RequireStorable("territory", "ps2/10", "world", json));

        Assert.Equal(storable, refusal is null);
        Assert.Equal(storable ? null : "text", (refusal as UnstorableTextException)?.Property);
    }

    [Fact]
    public void UnstorableDocument_IsRefusedNamingEntityAndProperty()
    {
        var json = Encoding.UTF8.GetBytes("""{"map":{"id":1,"regions":[{"name":"fine"},{"name":"\u0000","x":1}],"digest":""},"status":"open"}""");

        var refusal = Assert.Throws<UnstorableTextException>(() => JsonText.RequireStorable("territory", "ps2/10/2", "zone", json));

        Assert.Equal(("territory", "ps2/10/2", "zone", "map.regions.name"), (refusal.System, refusal.Key, refusal.Type, refusal.Property));
        Assert.Contains("ps2/10/2: 'map.regions.name' of zone", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnstorableName_IsRefusedToo()
    {
        var refusal = Assert.Throws<UnstorableTextException>(() => JsonText.RequireStorable("territory", "ps2", "received", """{"a":1,"\u0000":2}"""u8));

        Assert.Equal("\\u0000", refusal.Property);
    }
}
