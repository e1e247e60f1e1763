using OrleansGameState.Silo.Storage.Retention;

namespace OrleansGameState.Silo.Tests.Storage.Retention;

public sealed class RetentionOptionsTests
{
    [Theory]
    [InlineData("territory", "1", null)]
    [InlineData("Territory", "36500", null)]
    [InlineData("territory", "0", "Storage:Retention:territory is '0'; set it to whole days from 1 to 36500")]
    [InlineData("territory", "-3", "'-3'")]
    [InlineData("territory", "1.5", "'1.5'")]
    [InlineData("territory", "", "''")]
    [InlineData("teritory", "30", "Storage:Retention:teritory names no system; there is: territory.")]
    public void Setting_IsRefusedWithKeyAndCure(string system, string days, string? told)
    {
        var result = new RetentionOptionsValidation(Worlds.Types).Validate(null, new() { Systems = { [system] = days } });

        Assert.Equal(told is not null, result.Failed);
        Assert.Contains(told ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
