using OrleansGameState.Gateway;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;

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
