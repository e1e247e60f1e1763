using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Durability.Silo;

/// <summary>
/// Takes commands as JSON lines on a Unix socket, and answers each once its grain did. It is no part of the host, so that
/// it goes on asking while the silo stops.
/// </summary>
internal sealed class CommandPort(IGrainFactory grains, Socket listener)
{
    private const string Path = "Commands:Socket";

    public static void Open(WebApplication app)
    {
        var path = app.Configuration[Path] ?? throw new InvalidOperationException($"{Path} is not set; name a file.");
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        app.Lifetime.ApplicationStarted.Register(() => _ = new CommandPort(app.Services.GetRequiredService<IGrainFactory>(), listener).Accept());
    }

    private async Task Accept()
    {
        while (true)
        {
            _ = Serve(await listener.AcceptAsync());
        }
    }

    private async Task Serve(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var writing = new SemaphoreSlim(1);
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                _ = Answer(JsonSerializer.Deserialize<Command>(line, Command.Json)!, stream, writing);
            }
        }
        catch (IOException)
        {
            // The test has left.
        }
    }

    private async Task Answer(Command command, NetworkStream stream, SemaphoreSlim writing)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(await Execute(command), Command.Json);
        try
        {
            await writing.WaitAsync();
            await stream.WriteAsync((byte[])[.. line, (byte)'\n']);
            writing.Release();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The test has left.
        }
    }

    private async Task<Reply> Execute(Command command)
    {
        try
        {
            var result = await grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(command.World, command.Zone)).Execute(Territory.Of(command));
            return new(command.Id, result.Sequence, result.Changes, result.Rejections.FirstOrDefault()?.Code, null, null);
        }
        catch (Exception exception)
        {
            return new(command.Id, 0, 0, null, Saying(exception), $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    // Nothing is claimed that the silo does not say.
    private static string Saying(Exception? exception) => exception switch
    {
        null => Reply.Unknown,
        StoreUnavailableException { IsOutcomeUnknown: false } => Reply.NotCommitted,
        InconsistentStateException => Reply.NotCommitted,
        _ => Saying(exception.InnerException),
    };
}
