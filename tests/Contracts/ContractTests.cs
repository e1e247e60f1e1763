namespace OrleansGameState.Contracts;

/// <summary>What holds in either build: names and numbers on the wire keep their meaning.</summary>
public sealed class ContractTests
{
    private const string File = "contracts.txt";

    [Fact]
    public void Contract_IsAsItWasWrittenDown()
    {
        var now = ContractText.OfTheCode();
        if (Golden.IsToBeRenewed)
        {
            Golden.Write(File, ContractText.Renewed(ContractText.Parse(Golden.Read(File)), now));
        }

        var problems = ContractText.Problems(ContractText.Parse(Golden.Read(File)), now).ToList();

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void Message_HasAnAliasOfItsOwn()
    {
        var aliases = MessageTypes.Declared.Select(MessageTypes.AliasOf).ToList();

        Assert.Equal(aliases.Distinct(StringComparer.Ordinal), aliases);
    }

    [Fact]
    public void Interface_HasAnAliasOfItsOwn()
    {
        var aliases = MessageTypes.Interfaces.Select(MessageTypes.AliasOf).ToList();

        Assert.Equal(aliases.Distinct(StringComparer.Ordinal), aliases);
        Assert.All(MessageTypes.Interfaces.SelectMany(i => i.GetMethods().Where(m => m.IsAbstract)), m => MessageTypes.AliasOf(m));
    }

    [Fact]
    public void Message_HasIdsWithoutHoles()
    {
        var written = ContractText.Parse(Golden.Read(File)).Keys;
        Assert.All(MessageTypes.Declared, type =>
        {
            var prefix = $"type {MessageTypes.AliasOf(type)} member ";
            var ids = WireMember.DeclaredBy(type).Select(m => m.Id).ToList();
            var retired = written.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => uint.Parse(k[prefix.Length..], null));

            Assert.Equal(ids.Distinct(), ids);
            Assert.Equal(Enumerable.Range(0, ids.Union(retired).Count()), ids.Union(retired).Order().Select(id => (int)id));
        });
    }

    [Fact]
    public void Message_HasAnIdOnEachMemberThatHoldsSomething() => Assert.All(MessageTypes.Declared, type =>
    {
        const System.Reflection.BindingFlags Declared = System.Reflection.BindingFlags.Instance
            | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly;
        Assert.Equal(WireMember.DeclaredBy(type).Count(), type.GetFields(Declared).Length);
    });

    [Theory]
    [InlineData("a = x", "a = x", "")]
    [InlineData("a = x", "a = x|b = y", "b = y is new")]
    [InlineData("a = x|b = y", "a = x", "b = y is gone")]
    [InlineData("a = x", "a = y", "a was x and is y")]
    [InlineData("a = (retired) x", "a = y", "a = y was x once")]
    [InlineData("a = (retired) x", "", "")]
    public void Problems_AreWhatAnOlderProgramWouldMisread(string written, string now, string problem)
    {
        var problems = ContractText.Problems(ContractText.Parse(written.Split('|')), ContractText.Parse(now.Split('|')));

        if (problem.Length == 0)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Renewing_AddsAndRetires_AndChangesNothing()
    {
        var written = ContractText.Parse(["a = x", "b = y", "c = (retired) z"]);
        var now = ContractText.Parse(["a = other", "d = new"]);

        Assert.Equal(["a = x", "b = (retired) y", "c = (retired) z", "d = new"], ContractText.Renewed(written, now));
    }
}
