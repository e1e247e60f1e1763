using OrleansGameState.Durability.Silo;
using OrleansGameState.Gateway;
using OrleansGameState.Silo;

if (args.Contains(DatabaseAlone.Argument))
{
    return await DatabaseAlone.RunAsync(args);
}

return await Startup.RunAsync(() =>
{
    var builder = ServerProgram.CreateBuilder(args);

    builder.AddSilo();
    builder.AddGateway();

    var app = builder.Build();

    app.MapGateway();
    CommandPort.Open(app);

    return app;
});
