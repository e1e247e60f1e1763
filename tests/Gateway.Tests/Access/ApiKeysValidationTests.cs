using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway.Tests.Access;

public sealed class ApiKeysValidationTests
{
    private const string Hash = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    [Fact]
    public void Keys_AsDescribed_AreTaken() =>
        Assert.False(Validate(new ApiKeySettings { Name = "operations", Sha256 = Hash, Scopes = "admin" }).Failed);

    [Theory]
    [InlineData("", Hash, "admin", "Gateway:ApiKeys:0:Name", "name whose")]
    [InlineData("x", "secret", "admin", "Gateway:ApiKeys:0:Sha256", "sha256sum")]
    [InlineData("x", "", "admin", "Gateway:ApiKeys:0:Sha256", "64 hexadecimal digits")]
    [InlineData("x", Hash, "", "Gateway:ApiKeys:0:Scopes", "admin")]
    [InlineData("x", Hash, "admin,root", "Gateway:ApiKeys:0:Scopes", "'root'")]
    public void Keys_ThatCannotBeMeant_AreRefusedByNameWithTheCure(string name, string hash, string scopes, string key, string cure)
    {
        var failure = Assert.Single(Validate(new ApiKeySettings { Name = name, Sha256 = hash, Scopes = scopes }).Failures!);

        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.Contains(cure, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_OfOneHash_AreRefused()
    {
        var failure = Assert.Single(Validate(
            new ApiKeySettings { Name = "one", Sha256 = Hash, Scopes = "admin" },
            new ApiKeySettings { Name = "two", Sha256 = Hash.ToUpperInvariant(), Scopes = "admin" }).Failures!);

        Assert.Contains("one and two", failure, StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(params ApiKeySettings[] keys) =>
        new ApiKeysValidation().Validate(null, new GatewayOptions { ApiKeys = keys });
}
