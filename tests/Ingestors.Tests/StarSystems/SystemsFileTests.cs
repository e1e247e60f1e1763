using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class SystemsFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Lines_AreToldToTheirSystems()
    {
        await File.WriteAllLinesAsync(_path,
        [
            """{"systemAddress":5,"isColony":true,"nativeFactions":["B","A"]}""",
            "",
            "junk",
            """{"systemAddress":"6"}""",
            """{"systemAddress":7,"isColony":null,"nativeFactions":[]}""",
        ]);
        var target = new RecordingSystems();

        await new SystemsFile(_path, new("eddn", new(TimeProvider.System)), target, NullLogger.Instance).Tell(default);

        var told = target.Systems.Select(one => (one.SystemAddress, (DescribeSystem)one.Command)).ToArray();
        Assert.Equal([(5, true), (6, null), (7, (bool?)null)], told.Select(one => (one.SystemAddress, one.Item2.IsColony)));
        Assert.Equal(["A", "B"], told[0].Item2.NativeFactions.ToArray());
        Assert.True(told[1].Item2.NativeFactions.IsDefault);
        Assert.True(told[2].Item2.NativeFactions is { IsDefault: false, IsEmpty: true });
    }

    [Theory]
    [InlineData("7", FrameRefusal.BadLine)]
    [InlineData("{", FrameRefusal.BadLine)]
    [InlineData("{}", FrameRefusal.MissingField)]
    [InlineData("""{"systemAddress":-5}""", FrameRefusal.BadField)]
    [InlineData("""{"systemAddress":5,"nativeFactions":"A"}""", FrameRefusal.BadField)]
    [InlineData("""{"systemAddress":5,"isColony":"perhaps"}""", FrameRefusal.BadField)]
    public void Line_ThatIsNone_IsRefused(string line, string reason) => Assert.Equal(reason, Refuse(SystemsFile.Read(Utf8(line))).Reason);
}
