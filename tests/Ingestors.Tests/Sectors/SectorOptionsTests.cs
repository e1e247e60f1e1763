using OrleansGameState.Ingestors.Sectors;

namespace OrleansGameState.Ingestors.Tests.Sectors;

public sealed class SectorOptionsTests
{
    private readonly SectorOptionsValidation _validation = new();

    [Theory]
    [InlineData("auto", true, true)]
    [InlineData("auto", false, false)]
    [InlineData("On", false, true)]
    [InlineData("off", true, false)]
    public void Demo_IsOn_WhereItIsAskedFor_OrWhereBundledRecordingsPlay(string demo, bool playsBundled, bool isOn) =>
        Assert.Equal(isOn, new SectorOptions { Demo = demo }.IsOn(playsBundled));

    [Fact]
    public void Validation_OfWhatCannotBeMeant_NamesTheKeyAndTheCure()
    {
        var problems = _validation.Validate(null, new() { Demo = "perhaps", DemoPlayers = 0 }).Failures!.ToArray();

        Assert.Equal("Ingestors:Sectors:Demo is 'perhaps'; set it to auto, on or off.", problems[0]);
        Assert.StartsWith("Ingestors:Sectors:DemoPlayers is 0; set it to 1 to 200", problems[1], StringComparison.Ordinal);
        Assert.True(_validation.Validate(null, new()).Succeeded);
    }
}
