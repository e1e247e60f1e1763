using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class StarSystemOptionsTests
{
    [Theory]
    [InlineData(0.01, null)]
    [InlineData(0.12, null)]
    [InlineData(0.5, null)]
    [InlineData(0.009, "StarSystems:ExpansionTaxDrop is 0.009; set it from 0.01 to 0.5 (default 0.12).")]
    [InlineData(0.51, "StarSystems:ExpansionTaxDrop is 0.51; set it from 0.01 to 0.5 (default 0.12).")]
    public void ExpansionTaxDrop_IsRefusedWithKeyAndCure(double drop, string? told) =>
        Assert.Equal(told, new StarSystemOptionsValidation().Validate(null, new() { ExpansionTaxDrop = (decimal)drop }).FailureMessage);
}
