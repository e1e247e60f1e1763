using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>A REST service on a real socket that answers with what a test gave it; without that, with an error as the real one's.</summary>
internal sealed class FakeCensus : IAsyncDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly Channel<(string Path, string Query)> _requests = Channel.CreateUnbounded<(string, string)>();

    private FakeCensus(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Bodies by collection.</summary>
    public ConcurrentDictionary<string, string> Bodies { get; } = new();

    /// <summary>Collections that were asked for so far.</summary>
    public ConcurrentDictionary<string, bool> AskedFor { get; } = new();

    public static async Task<FakeCensus> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var census = new FakeCensus(app);
        app.Run(census.Serve);
        await app.StartAsync();
        return census;
    }

    /// <summary>The query of the next request for a collection; others are passed over.</summary>
    public async Task<(string Path, string Query)> Asked(string collection)
    {
        while (true)
        {
            var request = await _requests.Reader.ReadAsync().AsTask().WaitAsync(Safety);
            if (request.Path.EndsWith($"/{collection}", StringComparison.Ordinal))
            {
                return request;
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var collection = path[(path.LastIndexOf('/') + 1)..];
        AskedFor[collection] = true;
        await context.Response.WriteAsync(Bodies.GetValueOrDefault(collection, """{"error":"service_unavailable"}"""));
        _requests.Writer.TryWrite((path, context.Request.QueryString.Value ?? ""));
    }
}
