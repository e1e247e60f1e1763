using System.Text;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class FrameLineTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{ "a" : [1, "b"] }""", """{"a":[1,"b"]}""")]
    [InlineData("not JSON", "\"not JSON\"")]
    [InlineData("""{"name":"\ud83c"}""", """
        "{\u0022name\u0022:\u0022\\ud83c\u0022}"
        """)]
    public void Frame_OfAnyBytes_BecomesALine(string content, string expected)
    {
        var line = Encoding.UTF8.GetString(FrameLine.Write(new(At, "census", Encoding.UTF8.GetBytes(content))));

        Assert.Equal($$"""{"at":"2026-05-01T12:00:00+00:00","feed":"census","frame":{{expected}}}""", line);
        Assert.NotNull(FrameLine.Read(Encoding.UTF8.GetBytes(line), out _));
    }
}
