namespace OrleansGameState.EndToEnd;

public sealed class ResumeTests
{
    [Fact]
    public async Task Sse_LeftAndResumedWhileTheFeedRuns_LosesAndRepeatsNothing()
    {
        await using var server = await ReplayedServer.Start(("Ingestors:Replay:Speed", "25"));
        var fold = new ZoneFold();
        await using (var first = await SseStream.OpenOnceKnown(server, $"{ReplayedServer.ZonePath}/stream"))
        {
            await first.Until(told => fold.Take(told).Sequence >= 80);
        }

        var rest = await ReplayedServer.AtRest(server);
        await using var second = SseStream.Open(server, $"{ReplayedServer.ZonePath}/stream", lastEventId: fold.Sequence);
        await second.Until(told =>
        {
            Assert.Equal("delta", told.Event);
            return fold.Take(told).Sequence == rest.Sequence;
        });

        Assert.Equal(Recording.FinalOwners(), fold.Owners);
    }
}
