using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Tests.Access;

public sealed class MadeKeyTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gamestate-");

    private string Kept => Path.Combine(_directory.FullName, "data", "api-key.sha256");

    [Fact]
    public async Task Start_WithoutKeys_MakesOneThatIsToldOnceAndLetIn()
    {
        var (keys, told) = await Start();

        var key = told.Trim().Split(' ')[^1];
        Assert.Equal(Scopes.All, keys.Find(key)!.Scopes);
        Assert.Null(keys.Find($"{key}x"));
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(Kept), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kept));
        }
    }

    [Fact]
    public async Task Start_Again_KnowsTheKeyAndTellsNothing()
    {
        var (_, first) = await Start();

        var (keys, second) = await Start();

        Assert.Empty(second);
        Assert.NotNull(keys.Find(first.Trim().Split(' ')[^1]));
        Assert.Equal([Kept], Directory.GetFiles(Path.GetDirectoryName(Kept)!));
    }

    [Fact]
    public async Task Start_OfSeveralAtOnce_MakesOneKey()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Start())));

        var told = Assert.Single(all, one => one.Told.Length > 0).Told;
        Assert.All(all, one => Assert.NotNull(one.Keys.Find(told.Trim().Split(' ')[^1])));
    }

    [Fact]
    public async Task Start_WithAKeyConfigured_MakesNone()
    {
        var (keys, told) = await Start(new ApiKeySettings { Name = "mine", Sha256 = Convert.ToHexString(KeyHash.Of("word")), Scopes = "admin" });

        Assert.Empty(told);
        Assert.False(File.Exists(Kept));
        Assert.Equal("mine", keys.Find("word")!.Name);
    }

    [Fact]
    public async Task Start_WhereNothingCanBeWritten_GoesOnWithoutAKey()
    {
        await File.WriteAllTextAsync(Path.GetDirectoryName(Kept)!, "no folder");

        var (keys, told) = await Start();

        Assert.Empty(told);
        Assert.True(keys.IsEmpty);
    }

    [Fact]
    public async Task Start_WithAFileThatIsNoHash_IsRefusedWithItsName()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
        await File.WriteAllTextAsync(Kept, "word");

        var refusal = await Assert.ThrowsAsync<NotStartedException>(() => Start());

        Assert.Contains(Kept, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task<(KeyRing Keys, string Told)> Start(params ApiKeySettings[] configured)
    {
        var options = Options.Create(new GatewayOptions { ApiKeys = configured, DataDirectory = Path.Combine(_directory.FullName, "data") });
        var keys = new KeyRing(options);
        using var told = new StringWriter();
        await new MadeKey(keys, options, NullLogger<MadeKey>.Instance) { Told = told }.StartAsync(CancellationToken.None);
        return (keys, told.ToString());
    }
}
