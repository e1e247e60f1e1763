using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OrleansGameState.Gateway.Http;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A request's body as JSON, up to a size. Total: any bytes give a document or a problem.</summary>
internal static class RequestBody
{
    /// <summary>Of a command.</summary>
    public const int CommandBytes = 16 * 1024;

    private const string TooLarge = "Too large";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body as one object; none at all is one without members where <paramref name="isOptional"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="cure">What to do about more.</param>
    /// <param name="isOptional">True where there need be none.</param>
    /// <param name="read">Gives the answer of what was read, or its problem.</param>
    public static async Task<(T? Value, Problem? Problem)> Read<T>(HttpContext context, int most, string cure, bool isOptional, Func<StrictObject, T> read)
        where T : class
    {
        var (bytes, problem) = await ReadBytes(context, most, cure);
        return problem is not null ? (null, problem) : Parse(isOptional && bytes.Length == 0 ? "{}"u8.ToArray() : bytes, read);
    }

    public static (T? Value, Problem? Problem) Parse<T>(ReadOnlyMemory<byte> utf8, Func<StrictObject, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var root = new StrictObject(document.RootElement);
            var value = read(root);
            return root.Problem is { } problem ? (null, problem) : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, Problem.Invalid("", $"The body is not JSON, or names a member twice: {exception.Message}"));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.Invalid("", "The body holds text that is not UTF-8, or half of a surrogate pair."));
        }
    }

    private static async Task<(byte[] Bytes, Problem? Problem)> ReadBytes(HttpContext context, int most, string cure)
    {
        if (context.Request.ContentLength > most)
        {
            return ([], Over(most, cure));
        }

        // The server's own limit is for those who have none.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var body = new ArrayBufferWriter<byte>((int)(context.Request.ContentLength ?? 0) + 1024);
        int length;
        while ((length = await context.Request.Body.ReadAsync(body.GetMemory(), context.RequestAborted)) > 0)
        {
            body.Advance(length);
            if (body.WrittenCount > most)
            {
                return ([], Over(most, cure));
            }
        }

        return (body.WrittenSpan.ToArray(), null);
    }

    private static Problem Over(int most, string cure) =>
        new(StatusCodes.Status413PayloadTooLarge, TooLarge, $"The body has more than {most} bytes. {cure}".TrimEnd());
}
