using OrleansGameState.Hosting;
using OrleansGameState.Ingestors;

const int OperationsPort = 8091;

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddOperationsEndpoint(OperationsPort);
    builder.AddClusterClient();
    builder.AddIngestors();

    return builder.Build().MapOperations();
});
