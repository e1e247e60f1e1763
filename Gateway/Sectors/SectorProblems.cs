using System.Collections.Immutable;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What the rules refuse, as answers.</summary>
internal static class SectorProblems
{
    public static Problem Of(Rejection rejection)
    {
        var (status, title) = rejection.Code switch
        {
            "invalid-id" or "bad-id" or "no-name" or "out-of-range" or "too-long" or "too-many" => (StatusCodes.Status400BadRequest, "Invalid request"),
            "move-id-reused" => (StatusCodes.Status422UnprocessableEntity, "Refused"),
            "no-tunnel" or "no-path" => (StatusCodes.Status404NotFound, "Not found"),
            var code when code.StartsWith("unknown-", StringComparison.Ordinal) => (StatusCodes.Status404NotFound, "Not found"),
            _ => (StatusCodes.Status409Conflict, "Refused"),
        };
        return new(status, title, rejection.Message, FieldOf(rejection), Code: rejection.Code);
    }

    /// <summary>An import that was refused: all that is wrong with it.</summary>
    public static Problem OfImport(ImmutableArray<Rejection> rejections) => rejections is [{ Code: "import-running" } running]
        ? Of(running)
        : new(
            StatusCodes.Status422UnprocessableEntity,
            "Refused",
            rejections.Length == 1 ? rejections[0].Message : $"{rejections[0].Message} There is more, up to a hundred in rejections.",
            FieldOf(rejections[0]),
            Code: rejections[0].Code,
            Rejections: rejections);

    public static Problem Unknown(Entity entity, string field) => Problem.NotFound(field, $"Nothing was ever told of {entity.Topic}.") with { Code = $"unknown-{field}" };

    private static string? FieldOf(Rejection rejection) => rejection.Field.Length > 0 ? rejection.Field : null;
}
