using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public void ConnectionString_ThatIsNotSet_IsMissedByWhoNeedsIt()
    {
        var configuration = Configure(null);

        Assert.Null(configuration.FindConnectionString());
        var refusal = Assert.Throws<OptionsValidationException>(() => configuration.RequireConnectionString());
        Assert.StartsWith("ConnectionStrings:GameState: it is not set.", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Hots=here")]
    [InlineData("Host=here;Port=x")]
    public void ConnectionString_ThatCannotBeRead_IsRefusedWithAnExample(string text)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Configure(text).FindConnectionString());

        Assert.Contains("Host=...", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void ConnectionString_IsTaken() =>
        Assert.Equal("Host=here;Database=games", Configure("host=here;database=games").RequireConnectionString());

    [Fact]
    public void ConnectionString_ThatWouldTellItsPasswordOn_DoesNot() =>
        Assert.Equal("Host=here;Password=secret", Configure("host=here;password=secret;persist security info=true").RequireConnectionString());

    private static IConfiguration Configure(string? connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([new(Database.Key, connectionString)])
        .Build();
}
