using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class StaticCacheTests : IDisposable
{
    private static readonly DateTimeOffset Read = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Collection_ThatWasKept_IsFoundWithTheDayItWasRead()
    {
        var cache = new StaticCache(Path.Combine(_directory, "made", "anew"), NullLogger.Instance);
        await cache.Keep("world", Frame("world"), default);

        var found = await cache.Find("world", default);

        Assert.Equal(Read, found!.Value.Answer.Subject.RequestedAt);
        Assert.Null(await cache.Find("zone", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"collection\":\"world\"")]
    public async Task Collection_ThatIsBrokenOnDisk_IsNotFound(string text)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "world.json"), text);

        Assert.Null(await new StaticCache(_directory, NullLogger.Instance).Find("world", default));
    }

    [Fact]
    public async Task Collection_OfAnotherName_IsNotFound()
    {
        await File.WriteAllBytesAsync(Path.Combine(_directory, "world.json"), Frame("zone").ToArray());

        Assert.Null(await new StaticCache(_directory, NullLogger.Instance).Find("world", default));
    }

    private static ReadOnlyMemory<byte> Frame(string collection) =>
        RestFrames.Write(CensusRequest.Static(collection), Read, 200, Encoding.UTF8.GetBytes($$"""{"{{collection}}_list":[{}]}"""));
}
