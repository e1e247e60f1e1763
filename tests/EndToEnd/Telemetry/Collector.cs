using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>Takes OTLP, by gRPC or by HTTP, and keeps what it is told.</summary>
internal sealed class Collector : IAsyncDisposable
{
    public const string Grpc = "grpc";
    public const string Http = "http/protobuf";

    // Before each message of gRPC: whether it is compressed, and its length.
    private const int GrpcPrefix = 5;

    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public ConcurrentQueue<ToldSpan> Spans { get; } = new();

    public ConcurrentQueue<(string Service, string Metric)> Metrics { get; } = new();

    public string Address => _app.Urls.Single();

    public static async Task<Collector> Start(string protocol)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol == Grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/traces", context => Answer(context, collector.TakeTraces));
        app.MapPost("/v1/metrics", context => Answer(context, collector.TakeMetrics));
        app.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", context => AnswerGrpc(context, collector.TakeTraces));
        app.MapPost("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", context => AnswerGrpc(context, collector.TakeMetrics));
        await app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task Answer(HttpContext context, Action<ReadOnlyMemory<byte>> take)
    {
        take(await Body(context));
        context.Response.ContentType = "application/x-protobuf";
    }

    private static async Task AnswerGrpc(HttpContext context, Action<ReadOnlyMemory<byte>> take)
    {
        take((await Body(context))[GrpcPrefix..]);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[GrpcPrefix]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private void TakeTraces(ReadOnlyMemory<byte> request)
    {
        foreach (var span in OtlpRequests.Spans(request))
        {
            Spans.Enqueue(span);
        }
    }

    private void TakeMetrics(ReadOnlyMemory<byte> request)
    {
        foreach (var metric in OtlpRequests.Metrics(request))
        {
            Metrics.Enqueue(metric);
        }
    }
}
