using OrleansGameState.Gateway;
using OrleansGameState.Hosting;
using OrleansGameState.Hosting.Health;

if (args is ["health", .. var settings])
{
    return await new HealthCommand(Console.Out).RunAsync(settings, _ => GatewayHosting.HttpPort);
}

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddClusterClient();
    builder.AddGateway();

    return builder.Build().MapGateway();
});
