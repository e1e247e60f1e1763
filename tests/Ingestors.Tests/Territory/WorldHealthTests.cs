using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class WorldHealthTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void World_WithoutAnEventForSixMinutes_IsUnhealthySinceTheLast()
    {
        var health = WorldHealth.StartedAt(Start).Heard(Start.AddMinutes(1));

        Assert.True(health.At(Start.AddMinutes(7).AddSeconds(-1)).IsHealthy);
        var silent = health.At(Start.AddMinutes(7));
        Assert.False(silent.IsHealthy);
        Assert.Equal(Start.AddMinutes(1), silent.Since);
    }

    [Fact]
    public void World_WithTwoMinutesOfEvents_IsHealthyAgain()
    {
        var health = WorldHealth.StartedAt(Start).At(Start.AddMinutes(6));

        var recovering = health.Heard(Start.AddMinutes(10)).Heard(Start.AddMinutes(11)).Heard(Start.AddMinutes(11.9));

        Assert.False(recovering.IsHealthy);
        var recovered = recovering.Heard(Start.AddMinutes(12));
        Assert.True(recovered.IsHealthy);
        Assert.Equal(Start.AddMinutes(10), recovered.Since);
    }

    [Fact]
    public void World_WithASingleEvent_StaysUnhealthy()
    {
        var health = WorldHealth.StartedAt(Start).At(Start.AddMinutes(6)).Heard(Start.AddMinutes(10));

        Assert.False(health.At(Start.AddMinutes(15)).IsHealthy);
    }

    [Fact]
    public void World_WithAPauseWhileItRecovers_BeginsAnew()
    {
        var health = WorldHealth.StartedAt(Start).At(Start.AddMinutes(6)).Heard(Start.AddMinutes(10)).Heard(Start.AddMinutes(13));

        Assert.False(health.IsHealthy);
        Assert.Equal(Start.AddMinutes(13), health.RecoveringSince);
    }
}
