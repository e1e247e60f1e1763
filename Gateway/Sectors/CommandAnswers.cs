namespace OrleansGameState.Gateway.Sectors;

/// <summary>Answers to commands, which nobody keeps.</summary>
internal static class CommandAnswers
{
    public static Task Write<T>(HttpContext context, T view, int status)
    {
        var json = SectorJson.Write(view);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        return response.BodyWriter.WriteAsync(json, context.RequestAborted).AsTask();
    }
}
