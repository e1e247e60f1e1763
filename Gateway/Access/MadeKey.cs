using Microsoft.Extensions.Options;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Access;

/// <summary>
/// Where no key is configured, makes one at the first start, tells it this once, and keeps its hash in the data folder.
/// Gateways with folders of their own make a key each.
/// </summary>
internal sealed class MadeKey(KeyRing keys, IOptions<GatewayOptions> options, ILogger<MadeKey> logger) : IStartsEarly
{
    private const string FileName = "api-key.sha256";
    private const string Name = "made at first start";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _path = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, FileName));

    /// <summary>Where it is told. Not in the log: that may be kept where others read it.</summary>
    public TextWriter Told { get; init; } = Console.Out;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!keys.IsEmpty)
        {
            return;
        }

        try
        {
            keys.Add(new(Name, await ReadOrMakeAsync(cancellationToken), Scopes.All));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.KeyNotKept(logger, _path, exception.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path) && await TryMakeAsync(cancellationToken) is { } made)
        {
            return made;
        }

        var text = (await File.ReadAllTextAsync(_path, cancellationToken)).Trim();
        return KeyHash.IsHash(text)
            ? Convert.FromHexString(text)
            : throw new NotStartedException($"{_path} does not hold a SHA-256. Delete it to have a new API key made, or set Gateway:ApiKeys.");
    }

    // One at a time, and written whole before it gets its name: of several processes that share a folder one makes it.
    private async Task<byte[]?> TryMakeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await using var turn = await TakeTurnAsync(cancellationToken);
        if (File.Exists(_path))
        {
            return null;
        }

        var key = KeyHash.MakeKey();
        var hash = KeyHash.Of(key);
        var draft = $"{_path}.{Guid.NewGuid():N}";
        await WriteAsync(draft, Convert.ToHexStringLower(hash), cancellationToken);
        File.Move(draft, _path);
        await Told.WriteLineAsync($"API key for {string.Join(", ", Scopes.All)}, told this once: {key}");
        Log.KeyMade(logger, _path);
        return hash;
    }

    // The lock is the open file's: it goes with its process, however that ends. Gone by the time it is looked for, it has left
    // a key behind.
    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var path = $"{_path}.lock";
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when ((File.Exists(path) || File.Exists(_path)) && waited < Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = Private;
        }

        await using var writer = new StreamWriter(path, how);
        await writer.WriteLineAsync(text.AsMemory(), cancellationToken);
    }
}
