using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Tests;

public sealed class RolesSettingTests
{
    [Theory]
    [InlineData(null, "All")]
    [InlineData("", "All")]
    [InlineData("silo", "Silo")]
    [InlineData("Silo, Gateway", "Silo, Gateway")]
    [InlineData("ingestors,silo,gateway", "All")]
    public void Roles_AreRead(string? text, string roles) => Assert.Equal(Enum.Parse<Roles>(roles), Read(text));

    [Theory]
    [InlineData("gateway", "without a silo")]
    [InlineData("silo,storage", "'storage'")]
    public void Roles_ThatThereAreNot_AreRefused(string text, string named)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(text));

        Assert.Contains(named, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    private static Roles Read(string? text) => new ConfigurationBuilder().AddInMemoryCollection([new("Roles", text)]).Build().ReadRoles();
}
