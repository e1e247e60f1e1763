using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;

namespace OrleansGameState.Gateway.Http;

/// <summary>An entity's history a page at a time.</summary>
internal static class EventPages
{
    public const int DefaultLimit = 100;

    public const int MaxLimit = 1000;

    public static async Task Write(HttpContext context, Entity entity, string field)
    {
        var query = context.Request.Query;
        if (!Numbers.TryParse("after", query["after"].FirstOrDefault() ?? "0", 0, long.MaxValue - 1, out var after, out var problem)
            || !Numbers.TryParse("limit", query["limit"].FirstOrDefault() ?? "100", 1, MaxLimit, out var limit, out problem))
        {
            await problem!.Write(context);
            return;
        }

        var page = await entity.Kind.Locate(entity.Key).ReadEvents(after, limit);
        if (page.Latest == 0)
        {
            await Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.").Write(context);
            return;
        }

        var body = RealtimeJson.Write(json =>
        {
            json.WriteStartArray("events");
            foreach (var envelope in page.Events)
            {
                json.WriteRawValue(new Delta(entity, envelope).Json.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteNumber("oldest", page.Oldest);
            json.WriteNumber("latest", page.Latest);
        });
        await JsonBody.WriteHashed(context, body);
    }
}
