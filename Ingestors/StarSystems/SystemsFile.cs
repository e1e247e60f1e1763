using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Tells the systems what observations do not: lines of <c>{"systemAddress":..,"isColony":..,"nativeFactions":[..]}</c>, of
/// which the last two may be left out.
/// </summary>
internal sealed class SystemsFile(string path, MeasuredFeed feed, IStarSystemTarget target, ILogger logger)
{
    public async Task Tell(CancellationToken cancellationToken)
    {
        try
        {
            var (systems, refused) = (0, 0);
            await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var parsed = Read(Encoding.UTF8.GetBytes(line));
                if (parsed.Message is SystemMessage of)
                {
                    await target.Tell(feed, of.SystemAddress, of.Command, cancellationToken);
                    systems++;
                }
                else if (refused++ == 0)
                {
                    Log.BadSystem(logger, path, parsed.Refusal!.Detail);
                }
            }

            Log.Described(logger, systems, path, refused);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotDescribed(logger, path, exception);
        }
    }

    /// <summary>Reads a line; any bytes give a command or a refusal.</summary>
    public static StarSystemParse Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(new RelayedFields(document.RootElement), document.RootElement)
                : new FrameRefusal(FrameRefusal.BadLine, "", "a line is an object with systemAddress, isColony and nativeFactions");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new FrameRefusal(FrameRefusal.BadLine, "", exception.Message);
        }
    }

    private static StarSystemParse Read(RelayedFields fields, JsonElement line)
    {
        var address = fields.SystemAddress();
        var isColony = fields.Flag("isColony");
        var natives = line.TryGetProperty("nativeFactions", out var list) && list.ValueKind != JsonValueKind.Null ? fields.Names("nativeFactions") : default;
        return fields.Refusal is { } refusal ? refusal : new SystemMessage(address, new DescribeSystem(isColony, natives));
    }
}
