namespace OrleansGameState.Silo.Tests;

public sealed class MembershipOptionsValidationTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.True(new MembershipOptionsValidation().Validate(null, new()).Succeeded);

    [Fact]
    public void EveryWrongSetting_IsNamedWithItsRange()
    {
        var result = new MembershipOptionsValidation().Validate(null, new() { ProbeSeconds = 0.4, MissedProbes = 11, DeathVotes = 0 });

        Assert.Equal(
            [
                "Cluster:ProbeSeconds is 0.4; set it from 0.5 to 60 (default 1).",
                "Cluster:MissedProbes is 11; set it from 1 to 10 (default 3).",
                "Cluster:DeathVotes is 0; set it from 1 to 10 (default 2).",
            ],
            result.Failures);
    }
}
