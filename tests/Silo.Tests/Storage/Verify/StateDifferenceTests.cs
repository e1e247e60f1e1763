using System.Text;
using OrleansGameState.Silo.Storage.Verify;

namespace OrleansGameState.Silo.Tests.Storage.Verify;

public sealed class StateDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"b":[1,2],"a":1.0}""", null)]
    [InlineData("""{"a":{"b":[1,{"c":2}]}}""", """{"a":{"b":[1,{"c":3}]}}""", "$.a.b[1].c 2 3")]
    [InlineData("""{"a":1}""", """{}""", "$.a 1 nothing")]
    [InlineData("""{}""", """{"a":"x"}""", "$.a nothing \"x\"")]
    [InlineData("""[1]""", """[1,2]""", "$[1] nothing 2")]
    [InlineData("""[1]""", """{}""", "$ [1] {}")]
    public void First_NamesPathAndBoth(string expected, string actual, string? told)
    {
        var difference = StateDifference.First(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));

        Assert.Equal(told, difference is null ? null : $"{difference.Path} {difference.Expected} {difference.Actual}");
    }
}
