using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Keeps the static collections as the frames they came in, which hold the day they were read.</summary>
internal sealed class StaticCache(string directory, ILogger logger)
{
    public async Task Keep(string collection, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var path = PathOf(collection);
        try
        {
            Directory.CreateDirectory(directory);
            var written = $"{path}.new";
            await File.WriteAllBytesAsync(written, frame, cancellationToken);
            File.Move(written, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.CacheFailed(logger, collection, path, exception);
        }
    }

    /// <summary>The frame that was kept; null where there is none that can be read.</summary>
    public async Task<(ReadOnlyMemory<byte> Frame, RestAnswer Answer)?> Find(string collection, CancellationToken cancellationToken)
    {
        try
        {
            ReadOnlyMemory<byte> frame = await File.ReadAllBytesAsync(PathOf(collection), cancellationToken);
            return RestParser.Parse(frame, out _) is RestAnswer answer && answer.Subject.Collection == collection ? (frame, answer) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string PathOf(string collection) => Path.Combine(directory, $"{collection}.json");
}
