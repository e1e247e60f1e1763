using OrleansGameState.Gateway;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;
using OrleansGameState.Silo.Storage.Verify;

if (args is ["verify", .. var settings])
{
    return await new VerifyCommand(Console.Out, Console.Error).RunAsync(settings);
}

return await Startup.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    builder.AddSilo();
    builder.AddGateway();
    builder.AddIngestors();

    var app = builder.Build();

    app.MapGateway();

    return app;
});
