using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class StarSystemOptionsTests
{
    private readonly StarSystemOptionsValidation _validation = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tcp://eddn.edcd.io:9500")]
    [InlineData("tcp://127.0.0.1:5551/")]
    [InlineData("tcp://[::1]:5551")]
    public void Endpoint_ThatIsOne_IsTaken(string? endpoint) =>
        Assert.True(_validation.Validate(null, new() { EddnEndpoint = endpoint, TickDetectorEndpoint = endpoint }).Succeeded);

    [Theory]
    [InlineData("eddn.edcd.io:9500")]
    [InlineData("http://eddn.edcd.io:9500")]
    [InlineData("tcp://eddn.edcd.io")]
    [InlineData("tcp://:9500")]
    [InlineData("tcp://eddn.edcd.io:9500/topic")]
    [InlineData("tcp://*:9500")]
    public void Endpoint_ThatIsNone_IsNamedWithItsCure(string endpoint)
    {
        var problems = _validation.Validate(null, new() { EddnEndpoint = endpoint, TickDetectorEndpoint = endpoint }).Failures!.ToArray();

        Assert.Equal(2, problems.Length);
        Assert.StartsWith($"Ingestors:StarSystems:EddnEndpoint is '{endpoint}'; set it to tcp://host:port", problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"Ingestors:StarSystems:TickDetectorEndpoint is '{endpoint}'; set it to tcp://host:port", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void SystemsFile_ThatIsNotThere_IsNamed() =>
        Assert.Contains("Ingestors:StarSystems:SystemsFile is 'nowhere.ndjson'", Assert.Single(_validation.Validate(null, new() { SystemsFile = "nowhere.ndjson" }).Failures!), StringComparison.Ordinal);
}
