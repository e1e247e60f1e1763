namespace OrleansGameState.EndToEnd.Browser;

/// <summary>One browser for all tests, one test at a time: they measure what a reader sees, not how many servers a machine bears.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumTests : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
