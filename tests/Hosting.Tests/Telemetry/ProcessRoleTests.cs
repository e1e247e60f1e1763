using OrleansGameState.Hosting.Telemetry;

namespace OrleansGameState.Hosting.Tests.Telemetry;

public sealed class ProcessRoleTests
{
    [Theory]
    [InlineData("gamestate-silo", "silo")]
    [InlineData("gamestate-silo-gateway", "silo", "gateway", "gateway")]
    [InlineData("gamestate-all", "silo", "gateway", "ingestors")]
    [InlineData("gamestate")]
    public void Service_IsNamedAfterItsRoles(string name, params string[] roles) =>
        Assert.Equal(name, ProcessRole.ServiceName(roles.Select(role => new ProcessRole(role))));
}
