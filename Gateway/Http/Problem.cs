using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>An RFC 9457 answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The kind of problem.</param>
/// <param name="Detail">This one, for people.</param>
/// <param name="Field">The field that was wrong; null where it is the request as a whole.</param>
/// <param name="Since">From when on the past can be told, where an earlier one was asked for.</param>
/// <param name="Code">Of a refusal by an entity's rules: stable, for callers to branch on.</param>
/// <param name="Rejections">Of a command with many parts: all that was refused.</param>
internal sealed record Problem(
    int Status,
    string Title,
    string Detail,
    string? Field = null,
    DateTimeOffset? Since = null,
    string? Code = null,
    IReadOnlyList<Rejection>? Rejections = null)
{
    public static Problem Invalid(string field, string detail) => new(StatusCodes.Status400BadRequest, "Invalid request", detail, field);

    public static Problem NotFound(string field, string detail, DateTimeOffset? since = null) =>
        new(StatusCodes.Status404NotFound, "Not found", detail, field, since);

    public Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Body("about:blank", Title, Status, Detail, Code, Field, Since?.UtcDateTime, Rejections, context.Request.Path.Value),
            JsonSerializerOptions.Web);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }

    private sealed record Body(
        string Type,
        string Title,
        int Status,
        string Detail,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
        string? Field,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? Since,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Rejection>? Rejections,
        string? Instance);
}
