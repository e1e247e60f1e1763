using OrleansGameState.Silo;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddSilo();

var app = builder.Build();

await app.RunAsync();
