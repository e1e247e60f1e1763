using System.Collections.Immutable;

namespace OrleansGameState.EndToEnd;

/// <summary>A server that has replayed the recording as fast as it could and is at rest; shared by the tests that only read.</summary>
[CollectionDefinition(Collection)]
public sealed class ReplayedServer : IAsyncLifetime, ICollectionFixture<ReplayedServer>
{
    public const string Collection = "One server that has replayed the recording";

    internal const string ZonePath = "api/v1/territory/worlds/10/zones/2";

    internal GameStateServer Server { get; private set; } = null!;

    internal static Task<GameStateServer> Start(params (string Key, string Value)[] settings) => GameStateServer.Start(
        [("Ingestors:Replay:Files", string.Join(',', Recording.Files)), ("Ingestors:Replay:Loop", "false"), .. settings]);

    /// <summary>Waits until the recording is over and all of it has been told.</summary>
    internal static async Task<ZoneAnswer> AtRest(GameStateServer server)
    {
        await server.Logged("The recording has ended");
        var expected = Recording.FinalOwners();
        var fold = new ZoneFold();
        await using (var stream = await SseStream.OpenOnceKnown(server, $"{ZonePath}/stream"))
        {
            await stream.Until(told => Holds(fold.Take(told), expected));
        }

        // Participants of captures come last, and nothing tells that there are no more: a second of silence has to do.
        var (answer, quiet) = (ZoneAnswer.Of(await server.Get(ZonePath)), 0);
        await Bound.Eventually(
            async () => ZoneAnswer.Of(await server.Get(ZonePath)),
            next =>
            {
                (answer, quiet) = (next, next == answer ? quiet + 1 : 0);
                return quiet >= 5;
            });
        return answer;
    }

    public async Task InitializeAsync()
    {
        Server = await Start(("Ingestors:Replay:Speed", "0"), ("Ingestors:Replay:Rebase", "false"));
        await AtRest(Server);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private static bool Holds(ZoneFold fold, ImmutableSortedDictionary<int, int> expected) =>
        expected.All(owner => fold.OwnerOf(owner.Key) == owner.Value);
}
