using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class TextPoolTests
{
    [Fact]
    public void Text_ComesBackEqual() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        ArbMap.Default.ArbFor<string?>().Filter(text => text is not null && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text),
        text => TextPool.Of(text!) == text && TextPool.Of(Encoding.UTF8.GetBytes(text!)) == text));

    [Fact]
    public void Text_IsOneInstance_HoweverItCame()
    {
        var first = TextPool.Of("Xbaquitae Gold Comms Exchange"u8);

        Assert.Same(first, TextPool.Of("Xbaquitae Gold Comms Exchange"u8));
        Assert.Same(first, TextPool.Of(new string("Xbaquitae Gold Comms Exchange".AsSpan())));
    }

    [Fact]
    public void KnownText_CostsNoMemory()
    {
        var utf8 = "Союз at Gliese 9539"u8.ToArray();
        var first = TextPool.Of(utf8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var again = TextPool.Of(utf8);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(first, again);
    }

    [Theory]
    [InlineData(95)]
    [InlineData(96)]
    [InlineData(97)]
    [InlineData(5000)]
    public void LongText_ComesBackEqual(int length)
    {
        var text = string.Concat(Enumerable.Repeat("é", length));

        Assert.Equal(text, TextPool.Of(text));
        Assert.Equal(text, TextPool.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void List_IsOneInstance()
    {
        ImmutableArray<string> first = ["Boom", "Expansion"];

        Assert.True(TextPool.Of(first) == TextPool.Of([.. first]));
        Assert.False(TextPool.Of(first) == TextPool.Of(["Expansion", "Boom"]));
        Assert.Equal<string>(["Expansion", "Boom"], TextPool.Of(["Expansion", "Boom"]));
        Assert.Empty(TextPool.Of(default(ImmutableArray<string>)));
    }
}
