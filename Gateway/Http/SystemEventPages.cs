using System.Diagnostics.CodeAnalysis;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>The history of all entities of a system, a page at a time.</summary>
internal static class SystemEventPages
{
    // No key is as long; what is longer is no position.
    private const int LongestPosition = 512;

    /// <summary>Writes the page that the query asks for; <paramref name="describe"/> gives an envelope's topic and its event as UTF-8 JSON.</summary>
    public static async Task Write(HttpContext context, ISystemLogGrain log, Func<Envelope, (string Topic, byte[] Event)> describe)
    {
        var query = context.Request.Query;
        if (!TryPosition(query["after"].FirstOrDefault(), out var after, out var problem)
            || !EventPages.TryLimit(query["limit"].FirstOrDefault(), out var limit, out problem))
        {
            await problem!.Write(context);
            return;
        }

        var page = await log.Read(after, limit);
        var body = RealtimeJson.Write(json =>
        {
            json.WriteStartArray("events");
            foreach (var envelope in page.Events)
            {
                var (topic, fact) = describe(envelope);
                json.WriteRawValue(RealtimeJson.Event(null, topic, envelope, fact), skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next.ToString());
            json.WriteBoolean("truncated", page.IsTruncated);
        });
        await JsonBody.WriteHashed(context, body);
    }

    /// <summary>A position as clients have it; before everything where there is none.</summary>
    public static bool TryPosition(string? text, [NotNullWhen(true)] out CommitPosition? position, out Problem? problem)
    {
        (position, problem) = (CommitPosition.Start, null);
        if (text is null || (text.Length <= LongestPosition && !text.Any(char.IsControl) && CommitPosition.TryParse(text, out position)))
        {
            return true;
        }

        problem = Problem.Invalid("after", "after is not a position; it is the next of an earlier answer, such as 1742.17.ps2/10/2, or left out.");
        return false;
    }
}
