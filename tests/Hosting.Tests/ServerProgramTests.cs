namespace OrleansGameState.Hosting.Tests;

public sealed class ServerProgramTests : IDisposable
{
    private readonly DirectoryInfo _secrets = Directory.CreateTempSubdirectory("gamestate-secrets-");

    [Fact]
    public void Secret_InAFile_IsASetting()
    {
        File.WriteAllText(Path.Combine(_secrets.FullName, "ConnectionStrings__GameState"), "Host=here");

        var builder = ServerProgram.CreateBuilder([$"--Secrets:Directory={_secrets.FullName}"]);

        Assert.Equal("Host=here", builder.Configuration["ConnectionStrings:GameState"]);
    }

    [Fact]
    public void Secret_GivenOnTheCommandLineAsWell_IsTheLatter()
    {
        File.WriteAllText(Path.Combine(_secrets.FullName, "ConnectionStrings__GameState"), "Host=here");

        var builder = ServerProgram.CreateBuilder([$"--Secrets:Directory={_secrets.FullName}", "--ConnectionStrings:GameState=Host=there"]);

        Assert.Equal("Host=there", builder.Configuration["ConnectionStrings:GameState"]);
    }

    [Fact]
    public void SecretsDirectory_ThatIsNotThere_StopsTheStart()
    {
        var missing = Path.Combine(_secrets.FullName, "missing");

        var refusal = Assert.Throws<NotStartedException>(() => ServerProgram.CreateBuilder([$"--Secrets:Directory={missing}"]));

        Assert.Contains("Secrets:Directory", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _secrets.Delete(recursive: true);
}
