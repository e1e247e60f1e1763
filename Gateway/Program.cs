using OrleansGameState.Gateway;
using OrleansGameState.Hosting;

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddClusterClient();
    builder.AddGateway();

    return builder.Build().MapGateway();
});
