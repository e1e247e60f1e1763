namespace OrleansGameState.Hosting.Tests;

public sealed class ClusterOptionsValidationTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.True(Validate(new()).Succeeded);

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("::1")]
    [InlineData("auto")]
    public void Address_OfAnyKind_IsValid(string address) => Assert.True(Validate(new() { Address = address }).Succeeded);

    [Fact]
    public void EveryWrongSetting_IsNamedWithItsCure()
    {
        var result = Validate(new() { SiloPort = 0, GatewayPort = 65536, ClusterId = " ", ServiceId = new('x', 151), Address = "silo-1" });

        Assert.Collection(
            result.Failures!,
            failure => Assert.StartsWith("Cluster:SiloPort is 0; set it to", failure, StringComparison.Ordinal),
            failure => Assert.StartsWith("Cluster:GatewayPort is 65536; set it to", failure, StringComparison.Ordinal),
            failure => Assert.StartsWith("Cluster:ClusterId is ' '; set it to", failure, StringComparison.Ordinal),
            failure => Assert.StartsWith("Cluster:ServiceId is 'xxx", failure, StringComparison.Ordinal),
            failure => Assert.StartsWith("Cluster:Address is 'silo-1'; set it to", failure, StringComparison.Ordinal));
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(ClusterOptions options) => new ClusterOptionsValidation().Validate(null, options);
}
