using OrleansGameState.Gateway;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddSilo();
builder.AddGateway();
builder.AddIngestors();

var app = builder.Build();

app.MapGateway();

await app.RunAsync();
