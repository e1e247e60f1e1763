using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>An entity as it was at an instant.</summary>
internal static class PastPages
{
    public const string At = "at";

    public static async Task Write(HttpContext context, Entity entity, string field, string text)
    {
        if (!Instants.TryParse(At, text, out var at, out var problem))
        {
            await problem!.Write(context);
            return;
        }

        var past = await entity.Kind.ViewAt(entity.Key, at);
        await (past.View is { } view
            ? JsonBody.WriteSequenced(context, view, past.IsFinal)
            : Refusal(entity, field, at, past.Since, past.IsTruncated).Write(context));
    }

    /// <summary>Why nothing can be told of an instant.</summary>
    public static Problem Refusal(Entity entity, string field, DateTimeOffset at, DateTimeOffset? since, bool isTruncated) => since switch
    {
        null => Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}."),
        { } kept when isTruncated => Problem.NotFound(
            At, $"The history of {entity.Topic} before {Instants.Text(kept)} is no longer kept; at is {Instants.Text(at)}.", kept),
        { } first => Problem.NotFound(
            At, $"{entity.Topic} is known since {Instants.Text(first)}; at is {Instants.Text(at)}, before that.", first),
    };
}
