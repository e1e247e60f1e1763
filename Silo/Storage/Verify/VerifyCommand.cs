using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Postgres;
using OrleansGameState.Silo.Storage.Migrations;

namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>
/// The command <c>verify</c>: finds the database by the server's own settings, and verifies it, whether or not a server
/// is at work on it.
/// </summary>
internal sealed class VerifyCommand(TextWriter output, TextWriter errors)
{
    private const int Clean = 0;
    private const int Different = 1;
    private const int NotVerified = 2;

    /// <summary>The exit code: 0 where all is as it should be, 1 where something differs, 2 where it could not be told.</summary>
    /// <param name="settings">As the server takes them, <c>--Section:Key=value</c>.</param>
    public async Task<int> RunAsync(string[] settings)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = Handle(PosixSignal.SIGINT, stop);
        using var terminated = Handle(PosixSignal.SIGTERM, stop);
        try
        {
            await using var app = Compose(settings);
            return await RunAsync(app, stop.Token);
        }
        catch (NotStartedException refusal)
        {
            return await RefuseAsync(refusal.Message);
        }
        catch (OptionsValidationException invalid)
        {
            return await RefuseAsync(string.Join(' ', invalid.Failures));
        }
        catch (NpgsqlException failure)
        {
            return await RefuseAsync($"the database cannot be read: {failure.Message}.");
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync("it was interrupted.");
        }
    }

    private static PosixSignalRegistration Handle(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });

    private static WebApplication Compose(string[] settings)
    {
        var builder = ServerProgram.CreateBuilder(settings);

        // What differs goes to the output, and only that.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddEntities().AddTerritory().AddStarSystems().AddSectors();
        AddDatabase(builder);
        return builder.Build();
    }

    private static void AddDatabase(WebApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration[$"{StorageOptions.Section}:Mode"], nameof(StorageMode.Memory), StringComparison.OrdinalIgnoreCase))
        {
            throw new NotStartedException($"{StorageOptions.Section}:Mode is memory, so that nothing is stored.");
        }

        var connectionString = builder.Configuration.FindConnectionString();
        if (connectionString is null)
        {
            _ = builder.Configuration.FindEmbeddedPostgres()
                ?? throw new NotStartedException($"there is no PostgreSQL here. Install it (Debian: apt-get install postgresql), or set {Database.Key}.");
            builder.Services.AddEmbeddedPostgres();
        }

        builder.Services.AddSingleton(services => new StoredDatabase(connectionString, services.GetService<EmbeddedPostgres>()));
    }

    private async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using var source = new StoreSource(await app.Services.GetRequiredService<StoredDatabase>().OpenAsync(cancellationToken), writers: 1);
        var missing = await new Migrator(source.Reads, app.Services.GetRequiredService<ILogger<Migrator>>()).CountMissingAsync(cancellationToken);
        if (missing > 0)
        {
            return await RefuseAsync($"the database lacks {missing} migrations of this version. Start the server on it once, which applies them.");
        }

        var verification = new Verification(source.Reads, app.Services.GetRequiredService<StoredTypes>(), app.Services.GetRequiredService<TimeProvider>(), output);
        return await verification.RunAsync(cancellationToken) == 0 ? Clean : Different;
    }

    private async Task<int> RefuseAsync(string reason)
    {
        await errors.WriteLineAsync($"Not verified: {reason}");
        return NotVerified;
    }
}
