using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>A real universe in a real silo, told the same as the model. Names of players are the model's.</summary>
internal sealed class UniverseUnderTest : IAsyncDisposable
{
    private const string Collapsed = "COLLAPSED";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly SectorWorld _world = SectorWorld.InMemory();
    private readonly Dictionary<string, string> _ids = [];
    private SectorLife _life = null!;

    public static async Task<UniverseUnderTest> StartAsync()
    {
        var universe = new UniverseUnderTest();
        universe._life = await universe._world.BeginAsync();
        return universe;
    }

    public Task<string> LogInAsync(string name) => ExecuteAsync(_life, name, SectorWorld.LogInOf(IdOf(name), turns: null));

    public Task<string> ExecuteAsync(string name, PlayerCommand command) => ExecuteAsync(_life, name, command);

    public async Task<string> MoveAsync(string name, MovePlayer move, bool? isRepeat = null) => await MoveAsync(_life, IdOf(name), move, isRepeat);

    /// <summary>Moves; the silo dies at a point on the way, or just behind it. The next one is asked again.</summary>
    public async Task<string> MoveThroughACrashAsync(string name, MovePlayer move, int point)
    {
        _life.Fuse.Light(point);
        var unanswered = MoveAsync(_life, IdOf(name), move, null);
        await Task.WhenAny(unanswered, _life.Fuse.Died);
        _ = unanswered.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);
        await CrashAsync();
        return await MoveAsync(_life, IdOf(name), move, null);
    }

    public async Task<string> CrashAsync()
    {
        _life.Fuse.Die();
        var dead = _life;
        _life = await _world.StartAsync();
        await dead.DisposeAsync();
        return "";
    }

    public Task<string> WaitAsync(int seconds)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult("");
    }

    public async Task<string> SweepAsync() => $"{(await _life.Universe.Sweep()).Counts.Swept} swept";

    public async Task<string> CrowdAsync(IEnumerable<string> names, MovePlayer move) =>
        string.Join("; ", await Task.WhenAll(names.Select(name => MoveAsync(_life, IdOf(name), move, null))));

    /// <summary>Who wins is called the first from now on.</summary>
    public async Task<string> RaceAsync(string first, string second, MovePlayer move)
    {
        await LogInAsync(first);
        await LogInAsync(second);
        var answers = await Task.WhenAll(MoveAsync(_life, first, move, null), MoveAsync(_life, second, move, null));

        if (IsBehind(answers[0], answers[1]))
        {
            (_ids[first], _ids[second]) = (second, first);
            Array.Reverse(answers);
        }

        return string.Join("; ", answers);
    }

    /// <summary>What is wrong now; where all is delivered first, the sectors' lists are looked at too.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync(UniverseModel model, bool isSettled)
    {
        var presence = (await _life.Presence.Read()).Players.Select(player => $"{NameOf(player.PlayerId)} in {player.Sector}").Order(StringComparer.Ordinal);
        var broken = Difference("presence", presence, model.Presence).ToList();
        if (isSettled)
        {
            await _life.SettleAsync().WaitAsync(Bound);
            broken.AddRange(await _world.BrokenAsync(_life));
            var lists = _world.Store.Journal.Records.Values
                .Where(record => record.State is SectorState)
                .SelectMany(record => ((SectorState)record.State).Players.Keys.Select(id => $"{NameOf(id)} in {record.Key[(record.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]}"));
            broken.AddRange(Difference("lists", lists.Order(StringComparer.Ordinal), model.Presence));
        }

        return broken;
    }

    public ValueTask DisposeAsync() => _life.DisposeAsync();

    // Uses are counted down by whoever passes; who is refused came last.
    private static bool IsBehind(string answer, string other) =>
        other != Collapsed && (answer == Collapsed || string.CompareOrdinal(answer, other) < 0);

    private static IEnumerable<string> Difference(string what, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var (told, meant) = (string.Join(", ", actual), string.Join(", ", expected.Order(StringComparer.Ordinal)));
        return told == meant ? [] : [$"{what}: [{told}], and by the model [{meant}]"];
    }

    private async Task<string> MoveAsync(SectorLife life, string id, MovePlayer move, bool? isRepeat)
    {
        var answer = await _world.WhileTimePassesAsync(life.Player(id).Move(move).AsTask()).WaitAsync(Bound);
        if (isRepeat is { } expected && answer.IsRepeat != expected)
        {
            return $"a repeat: {answer.IsRepeat}";
        }

        return answer.Moved is { } moved
            ? $"{moved.From} to {moved.To}, {moved.TurnsLeft} turns left, ARIA {moved.AriaInteractions}, {moved.Passage?.UsesLeft} uses left"
            : answer.Rejection!.Code;
    }

    private async Task<string> ExecuteAsync(SectorLife life, string name, PlayerCommand command)
    {
        var answer = await life.Player(IdOf(name)).Execute(command).AsTask().WaitAsync(Bound);
        return string.Join(", ", answer.Rejections.Select(rejection => rejection.Code));
    }

    private string IdOf(string name) => _ids.GetValueOrDefault(name, name);

    private string NameOf(string id) => _ids.FirstOrDefault(pair => pair.Value == id).Key ?? id;
}
