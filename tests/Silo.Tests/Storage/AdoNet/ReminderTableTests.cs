using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class ReminderTableTests
{
    private static readonly DateTime Start = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [SkippableFact]
    public async Task Reminder_ThatWasWritten_IsReadAsItWas()
    {
        await using var reminders = await Reminders.CreateAsync();
        var entry = Reminder("a", TimeSpan.FromMinutes(1));

        var etag = await reminders.Table.UpsertRow(entry);

        var read = await reminders.Table.ReadRow(entry.GrainId, entry.ReminderName);
        Assert.NotNull(read);
        Assert.Equal((entry.GrainId, entry.ReminderName, entry.StartAt, entry.Period, etag), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
        Assert.Null(await reminders.Table.ReadRow(entry.GrainId, "another"));
    }

    [SkippableFact]
    public async Task Reminder_ThatIsWrittenAgain_IsOneWithANewETag()
    {
        await using var reminders = await Reminders.CreateAsync();
        var first = await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(1)));

        // Milliseconds of more than 32 bits come as another type.
        var second = await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromDays(40)));

        Assert.NotEqual(first, second);
        var read = Assert.Single((await reminders.Table.ReadRows(Grain("a"))).Reminders);
        Assert.Equal((TimeSpan.FromDays(40), second), (read.Period, read.ETag));
    }

    [SkippableFact]
    public async Task Reminder_WithAnotherETag_IsNotRemoved()
    {
        await using var reminders = await Reminders.CreateAsync();
        var stale = await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(1)));
        var current = await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(2)));

        Assert.False(await reminders.Table.RemoveRow(Grain("a"), "tick", stale!));
        Assert.False(await reminders.Table.RemoveRow(Grain("b"), "tick", current!));
        Assert.NotNull(await reminders.Table.ReadRow(Grain("a"), "tick"));

        Assert.True(await reminders.Table.RemoveRow(Grain("a"), "tick", current!));
        Assert.False(await reminders.Table.RemoveRow(Grain("a"), "tick", current!));
        Assert.Null(await reminders.Table.ReadRow(Grain("a"), "tick"));
    }

    [SkippableFact]
    public async Task Reminder_ThatWasRemovedAndMadeAnew_HasNoneOfItsOldETags()
    {
        await using var reminders = await Reminders.CreateAsync();
        var old = await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(1)));
        await reminders.Table.RemoveRow(Grain("a"), "tick", old!);

        await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(1)));

        Assert.False(await reminders.Table.RemoveRow(Grain("a"), "tick", old!));
    }

    [SkippableFact]
    public async Task Reminders_WrittenTogether_AreOneWhoseETagIsTheLast()
    {
        await using var reminders = await Reminders.CreateAsync();

        var etags = await Task.WhenAll(Enumerable.Range(1, 30).Select(minutes => Task.Run(() => reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(minutes))))));

        Assert.Equal(30, etags.Distinct().Count());
        Assert.Contains(Assert.Single((await reminders.Table.ReadRows(Grain("a"))).Reminders).ETag, etags);
    }

    [SkippableTheory]
    [InlineData(0x40000000u, 0x60000000u)]
    [InlineData(0x60000000u, 0x90000000u)]
    [InlineData(0xC0000000u, 0xE0000000u)]
    [InlineData(0xE0000000u, 0x40000000u)]
    [InlineData(0x90000000u, 0x10000000u)]
    [InlineData(0x00000000u, 0x80000000u)]
    [InlineData(0x80000000u, 0x7FFFFFFFu)]
    [InlineData(0x50000000u, 0x50000000u)]
    [InlineData(0u, 0u)]
    public async Task Range_HoldsTheGrainsAfterItsBeginUpToItsEnd(uint begin, uint end)
    {
        await using var reminders = await Reminders.CreateAsync();
        foreach (var grain in Enumerable.Range(0, 60))
        {
            await reminders.Table.UpsertRow(Reminder($"grain {grain}", TimeSpan.FromMinutes(1)));
        }

        var hashes = await reminders.HashesAsync();
        foreach (var (from, to) in new[] { (begin, end), (hashes.Keys.Min(), end), (begin, hashes.Keys.Max()) })
        {
            var read = (await reminders.Table.ReadRows(from, to)).Reminders.Select(reminder => reminder.GrainId.ToString());

            Assert.Equal(
                hashes.Where(grain => IsWithin(grain.Key, from, to)).Select(grain => grain.Value).Order(StringComparer.Ordinal),
                read.Order(StringComparer.Ordinal));
        }
    }

    [SkippableFact]
    public async Task Reminders_OfAnotherService_AreNotSeen()
    {
        await using var reminders = await Reminders.CreateAsync();
        await reminders.Table.UpsertRow(Reminder("a", TimeSpan.FromMinutes(1)));
        await using var others = await reminders.OfServiceAsync("other");

        Assert.Empty((await others.Table.ReadRows(0, 0)).Reminders);
        await others.Table.TestOnlyClearTable();

        Assert.Single((await reminders.Table.ReadRows(0, 0)).Reminders);
        await reminders.Table.TestOnlyClearTable();
        Assert.Empty((await reminders.Table.ReadRows(0, 0)).Reminders);
    }

    private static GrainId Grain(string key) => GrainId.Create("reminded", key);

    private static ReminderEntry Reminder(string key, TimeSpan period) =>
        new() { GrainId = Grain(key), ReminderName = "tick", StartAt = Start, Period = period };

    private static bool IsWithin(uint hash, uint begin, uint end) => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private sealed class Reminders(StoreDatabase database, IHost host, bool isOwner) : IAsyncDisposable
    {
        public IReminderTable Table { get; } = host.Services.GetRequiredService<IReminderTable>();

        public static async Task<Reminders> CreateAsync()
        {
            var database = await StoreDatabase.CreateMigratedAsync();
            return await CreateAsync(database, "service", isOwner: true);
        }

        public Task<Reminders> OfServiceAsync(string serviceId) => CreateAsync(database, serviceId, isOwner: false);

        /// <summary>The grains by their places on the ring.</summary>
        public async Task<Dictionary<uint, string>> HashesAsync() =>
            (await database.ListAsync<string>("select grain_hash || ' ' || grain_id from orleans_reminder"))
                .Select(row => row.Split(' ', 2))
                .ToDictionary(row => unchecked((uint)int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)), row => row[1]);

        public async ValueTask DisposeAsync()
        {
            host.Dispose();
            if (isOwner)
            {
                await database.DisposeAsync();
            }
        }

        private static async Task<Reminders> CreateAsync(StoreDatabase database, string serviceId, bool isOwner)
        {
            var host = ProviderHost.Build(serviceId, silo => silo.UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = (ProviderHost.Invariant, database.ConnectionString)));
            var reminders = new Reminders(database, host, isOwner);
            await reminders.Table.StartAsync();
            return reminders;
        }
    }
}
