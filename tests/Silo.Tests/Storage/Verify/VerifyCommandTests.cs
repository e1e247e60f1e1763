using OrleansGameState.Silo.Storage.Verify;

namespace OrleansGameState.Silo.Tests.Storage.Verify;

public sealed class VerifyCommandTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Database_WithoutFault_EndsWith0AndASummary()
    {
        await using var worlds = await Worlds.CreateAsync();
        await worlds.CommitAsync("ps2/10", [At, At]);

        var (code, output, _) = await RunAsync(Settings(worlds.Database));

        Assert.Equal((0, "1 entities, 2 events, 0 checkpoints: clean."), (code, output.TrimEnd()));
    }

    [SkippableFact]
    public async Task Database_WithAFault_EndsWith1AndNamesIt()
    {
        await using var worlds = await Worlds.CreateAsync();
        await worlds.CommitAsync("ps2/10", [At, At]);
        await worlds.Database.ExecuteAsync("delete from entity_event where seq = 2");

        var (code, output, _) = await RunAsync(Settings(worlds.Database));

        Assert.Equal(1, code);
        Assert.StartsWith("territory ps2/10: the row's version is 2, but the history ends with 1", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Database_ThatWasNeverSetUp_EndsWith2AndIsLeftAsItIs()
    {
        await using var database = await StoreDatabase.CreateAsync();

        var (code, _, errors) = await RunAsync(Settings(database));

        Assert.Equal(2, code);
        Assert.Contains("lacks", errors, StringComparison.Ordinal);
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from pg_tables where schemaname = 'public'"));
    }

    [Theory]
    [InlineData("there is no", "--Storage:Embedded:DataDirectory=/nowhere/at/all")]
    [InlineData("cannot be read", "--ConnectionStrings:GameState=Host=/nowhere/at/all;Username=a")]
    [InlineData("Storage:Mode is memory", "--Storage:Mode=memory")]
    [InlineData("ConnectionStrings:GameState", "--ConnectionStrings:GameState=nonsense")]
    public async Task Database_ThatIsNotThere_EndsWith2AndTheCause(string told, string setting)
    {
        var (code, _, errors) = await RunAsync(setting);

        Assert.Equal(2, code);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Settings(StoreDatabase database) => $"--ConnectionStrings:GameState={database.ConnectionString}";

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] settings)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await new VerifyCommand(output, errors).RunAsync(settings), output.ToString(), errors.ToString());
    }
}
