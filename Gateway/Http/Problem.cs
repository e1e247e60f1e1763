using System.Text.Json;

namespace OrleansGameState.Gateway.Http;

/// <summary>An RFC 9457 answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The kind of problem.</param>
/// <param name="Detail">This one, for people.</param>
/// <param name="Field">The field that was wrong; null where it is the request as a whole.</param>
internal sealed record Problem(int Status, string Title, string Detail, string? Field = null)
{
    public static Problem Invalid(string field, string detail) => new(StatusCodes.Status400BadRequest, "Invalid request", detail, field);

    public static Problem NotFound(string field, string detail) => new(StatusCodes.Status404NotFound, "Not found", detail, field);

    public Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "about:blank",
            title = Title,
            status = Status,
            detail = Detail,
            field = Field,
            instance = context.Request.Path.Value,
        });
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
