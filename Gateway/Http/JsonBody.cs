using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>Answers with ready JSON, or with 304 where the client has it.</summary>
internal static class JsonBody
{
    private const string ContentType = "application/json; charset=utf-8";

    // Asked for again within the hour by who steps to and fro in the past; not for ever, since a later version may tell more.
    private const string Final = "public, max-age=3600, immutable";

    /// <summary>For views that are a function of the sequence. A final one need not be asked for again.</summary>
    public static Task WriteSequenced(HttpContext context, EntityView view, bool isFinal = false) =>
        Write(context, view.Json, view.ETag, isFinal ? Final : "no-cache");

    /// <summary>For views that also hold what is only measured.</summary>
    public static Task WriteHashed(HttpContext context, ReadOnlyMemory<byte> json) =>
        Write(context, json, $"\"{Base64Url.EncodeToString(SHA256.HashData(json.Span).AsSpan(0, 12))}\"", "no-cache");

    private static Task Write(HttpContext context, ReadOnlyMemory<byte> json, string etag, string caching)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = caching;
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = ContentType;
        response.ContentLength = json.Length;
        return response.BodyWriter.WriteAsync(json, context.RequestAborted).AsTask();
    }

    // If-None-Match compares weakly: W/"x" is "x".
    private static bool Matches(StringValues known, string etag) =>
        EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(tag => tag.Tag == "*" || tag.Tag == etag);
}
