using OrleansGameState.Gateway;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Hosting.Health;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;
using OrleansGameState.Silo.Storage.Verify;

if (args is ["verify", .. var settings])
{
    return await new VerifyCommand(Console.Out, Console.Error).RunAsync(settings);
}

if (args is ["health", .. var asked])
{
    return await new HealthCommand(Console.Out).RunAsync(asked, configuration => SiloHosting.HttpPort(configuration.ReadRoles()));
}

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);
    var roles = builder.Configuration.ReadRoles();

    if (roles.HasFlag(Roles.Gateway) && builder.Configuration.ReadCluster().IsOn(roles))
    {
        builder.AddClusterDefaults().AddCallRepeats();
    }

    builder.AddSilo(roles);
    if (roles.HasFlag(Roles.Gateway))
    {
        builder.AddGateway();
    }

    if (roles.HasFlag(Roles.Ingestors))
    {
        builder.AddIngestors();
    }

    var app = builder.Build();

    return roles.HasFlag(Roles.Gateway) ? app.MapGateway() : app.MapOperations();
});
