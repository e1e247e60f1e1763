using OrleansGameState.Hosting;
using OrleansGameState.Hosting.Health;
using OrleansGameState.Ingestors;

const int OperationsPort = 8091;

if (args is ["health", .. var settings])
{
    return await new HealthCommand(Console.Out).RunAsync(settings, _ => OperationsPort);
}

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddOperationsEndpoint(OperationsPort);
    builder.AddClusterClient();
    builder.AddIngestors();

    return builder.Build().MapOperations();
});
