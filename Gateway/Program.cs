using OrleansGameState.Gateway;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Cluster;
using OrleansGameState.Hosting;
using OrleansGameState.Hosting.Health;

if (args is ["health", .. var settings])
{
    return await new HealthCommand(Console.Out).RunAsync(settings, _ => GatewayHosting.HttpPort);
}

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddClusterDefaults();
    builder.AddClusterClient();
    builder.AddDashboardClient();
    builder.AddGateway();
    builder.AddCallRepeats();

    return builder.Build().MapGateway();
});
