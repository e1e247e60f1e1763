using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>An entity's history a page at a time.</summary>
internal static class EventPages
{
    public const int DefaultLimit = 100;

    public const int MaxLimit = 1000;

    public static async Task Write(HttpContext context, Entity entity, string field)
    {
        if (!TryQuery(context.Request.Query, out var query, out var problem))
        {
            await problem!.Write(context);
            return;
        }

        var page = await Read(entity, query.From, query.To, query.After, query.Limit);
        if (page.Latest == 0 && !entity.Kind.IsAlwaysThere)
        {
            await Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.").Write(context);
            return;
        }

        await JsonBody.WriteHashed(context, RealtimeJson.Write(json => Write(json, entity, page)));
    }

    /// <summary>A page's members, into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Entity entity, EventPage page)
    {
        json.WriteStartArray("events");
        foreach (var envelope in page.Events)
        {
            json.WriteRawValue(new Delta(entity, envelope).Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteNumber("oldest", page.Oldest);
        json.WriteNumber("latest", page.Latest);
    }

    /// <summary>The page that a query asks for; false with the problem where it cannot be meant.</summary>
    public static bool TryQuery(IQueryCollection query, out EventQuery asked, out Problem? problem)
    {
        asked = default;
        if (!Numbers.TryParse("after", query["after"].FirstOrDefault() ?? "0", 0, long.MaxValue - 1, out var after, out problem)
            || !TryLimit(query["limit"].FirstOrDefault(), out var limit, out problem)
            || !TryBound("from", query["from"].FirstOrDefault(), out var from, out problem)
            || !TryBound("to", query["to"].FirstOrDefault(), out var to, out problem)
            || (problem = Refusal(from, to)) is not null)
        {
            return false;
        }

        asked = new(from, to, after, limit);
        return true;
    }

    /// <summary>Events after a sequence, where bounded only those committed from one instant on and before another.</summary>
    public static ValueTask<EventPage> Read(Entity entity, DateTimeOffset? from, DateTimeOffset? to, long after, int limit)
    {
        var grain = entity.Kind.Locate(entity.Key);
        return from is null && to is null
            ? grain.ReadEvents(after, limit)
            : grain.ReadEventsBetween(from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue, after, limit);
    }

    /// <summary>What is wrong with bounds; null where nothing is.</summary>
    public static Problem? Refusal(DateTimeOffset? from, DateTimeOffset? to) => from > to
        ? Problem.Invalid("to", $"to is {Instants.Text(to.Value)}; it is not before from, which is {Instants.Text(from.Value)}.")
        : null;

    public static bool TryLimit(string? text, out int limit, out Problem? problem)
    {
        (limit, problem) = (DefaultLimit, null);
        return text is null || Numbers.TryParse("limit", text, 1, MaxLimit, out limit, out problem);
    }

    /// <summary>A bound of a query; null where there is none.</summary>
    public static bool TryBound(string field, string? text, out DateTimeOffset? bound, out Problem? problem)
    {
        (bound, problem) = (null, null);
        if (text is null)
        {
            return true;
        }

        var isInstant = Instants.TryParse(field, text, out var instant, out problem);
        bound = instant;
        return isInstant;
    }
}
