using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>Appends frames to hourly files. A recording that cannot be written is reported and given up, never the feed.</summary>
internal sealed class FrameRecorder(string directory, string prefix, ILogger logger) : IDisposable
{
    private FileStream? _file;
    private string _path = "";
    private bool _failed;

    public void Record(FeedFrame frame) => Try(() =>
    {
        var file = FileOf(frame.At);
        file.Write(FrameLine.Write(frame));
        file.WriteByte((byte)'\n');
    });

    public void Flush() => Try(() => _file?.Flush());

    public void Dispose() => Try(() => _file?.Dispose());

    private FileStream FileOf(DateTimeOffset at)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{at.UtcDateTime:yyyyMMdd'T'HH}.ndjson");
        var path = Path.Combine(directory, name);
        if (_file is null || path != _path)
        {
            _file?.Dispose();
            Directory.CreateDirectory(directory);
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            _path = path;
            EndPartialLine(_file);
        }

        return _file;
    }

    // A process that died while it wrote leaves half a line; what follows must not be lost with it.
    private static void EndPartialLine(FileStream file)
    {
        if (file.Length == 0)
        {
            return;
        }

        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() != '\n')
        {
            file.WriteByte((byte)'\n');
        }
    }

    private void Try(Action write)
    {
        if (_failed)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _failed = true;
            Log.RecordingFailed(logger, directory, exception);
        }
    }
}
