using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The star systems' page, as someone sees it who has just started the server: the bundled recording.</summary>
[Collection(ChromiumTests.Name)]
public sealed class StarSystemPageTests(Chromium chromium, PlayedGalaxy played) : IClassFixture<PlayedGalaxy>
{
    private const string Page = "starsystems/";

    // Whether the build could have the library is told beside it; both are right, and the page says which.
    private const string CountPixels = """
        () => {
          const canvas = document.querySelector('#influence canvas');
          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          return data.filter((value, i) => i % 4 === 3 && value > 0).length;
        }
        """;

    [SkippableFact]
    public async Task Galaxy_ShowsItsTickHoursFeedsAndFactionsAtRisk()
    {
        await using var visit = await chromium.Open();
        await visit.UnderStrictPolicy(Page);
        var galaxy = await Galaxy(Server, galaxy => galaxy["tick"] is not null && AtRisk(galaxy).Any());

        await visit.GoTo(Server);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Star systems" }).ClickAsync();

        await Expect(visit.Page.Locator("#tick code")).ToHaveTextAsync((string)galaxy["tick"]!["id"]!);
        await Expect(visit.Page.Locator("#tick-state")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#tick .first a")).ToHaveTextAsync((string)galaxy["tick"]!["tick"]!["system"]!);
        await Expect(visit.Page.Locator("#hours button")).ToHaveCountAsync(24);
        await Expect(visit.Page.Locator("#hour-said")).ToContainTextAsync(new Regex("^The last 24 hours: .*tick"));
        await Expect(visit.Page.Locator("#busiest .activity").First).ToHaveAttributeAsync("aria-label", new Regex("activity, [0-5] of 5$"));
        await Expect(visit.Page.Locator("#risks tr a").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#feeds .feed").First).ToBeVisibleAsync();
        await Expect(visit.Connection).ToContainTextAsync("Live");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Ticks_AsTheyCome_AreListedAndCanBeHeldStill()
    {
        await using var visit = await chromium.Open();

        await visit.GoTo(Server, Page);

        await Expect(visit.Page.Locator("#live .line").First).ToBeVisibleAsync();
        var pause = visit.Page.Locator("#live-pause");
        await pause.ClickAsync();
        await Expect(pause).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(pause).ToContainTextAsync("Go on");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task System_FoundByItsName_ShowsFactionsAndInfluenceOverTime()
    {
        await using var visit = await chromium.Open();
        var system = await Observed(Server);
        await visit.GoTo(Server, Page);

        await visit.Page.Locator("#find-name").FillAsync(((string)system["name"]!).ToUpperInvariant());
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync((string)system["name"]!);
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"#/system/{(long)system["systemAddress"]!}$"));
        await Expect(visit.Page.Locator("#factions tr").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#last .sentences li").First).ToBeVisibleAsync();
        await DrawsOrSaysWhyNot(visit);

        await visit.Page.Locator("#factions a").First.ClickAsync();
        await Expect(visit.Page.Locator("#places a", new() { HasText = (string)system["name"]! }).First).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync((string)system["name"]!);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Influence_WhereTheLibraryIsMissing_IsATableThatSaysWhy()
    {
        await using var visit = await chromium.Open();
        var system = await Observed(Server);
        await visit.Page.RouteAsync("**/lib/libraries.json", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"uplot":{"lack":"npm is not installed where this server was built"}}""",
        }));

        await visit.GoTo(Server, $"{Page}#/system/{(long)system["systemAddress"]!}");

        await Expect(visit.Page.Locator("#influence-lack")).ToContainTextAsync("npm is not installed where this server was built");
        await Expect(visit.Page.Locator(".influence-table tbody tr").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#influence-as")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("canvas")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Influence_WhereTheLibraryCannotBeLoaded_IsATable()
    {
        await using var visit = await chromium.Open();
        var system = await Observed(Server);
        await visit.Page.RouteAsync("**/lib/**", route => route.AbortAsync());

        await visit.GoTo(Server, $"{Page}#/system/{(long)system["systemAddress"]!}");

        await Expect(visit.Page.Locator("#influence-lack")).ToContainTextAsync("could not be loaded");
        await Expect(visit.Page.Locator(".influence-table tbody tr").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task NamesNobodyHeardOf_AreSaidToBeUnknown()
    {
        await using var visit = await chromium.Open();
        await visit.GoTo(Server, Page);

        await visit.Page.Locator("#find-name").FillAsync("Nowhere at all");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#found")).ToContainTextAsync("No system called “Nowhere at all”");
        Assert.Empty(visit.Complaints);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Is it a faction?" }).ClickAsync();
        await Expect(visit.Page.Locator("#faction-empty")).ToContainTextAsync("Nothing was ever heard of");
    }

    [SkippableFact]
    public async Task Hours_ByKeyboard_NarrowWhatIsBelow()
    {
        await using var visit = await chromium.Open();
        await visit.GoTo(Server, Page);
        await Expect(visit.Page.Locator("#hour-said")).Not.ToBeEmptyAsync();

        await visit.Page.Locator("#hours button[tabindex='0']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#hours button[aria-pressed='true']")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".scope").First).ToContainTextAsync("–");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".scope").First).ToHaveTextAsync("Last 24 hours");
        Assert.Empty(visit.Complaints);
    }

    [SkippableTheory]
    [InlineData(360, 780)]
    [InlineData(768, 1024)]
    public async Task Page_OnASmallScreen_FitsItsWidth(int width, int height)
    {
        await using var visit = await chromium.Open(width, height);
        var system = await Observed(Server);

        await visit.GoTo(Server, Page);
        await Expect(visit.Page.Locator("#busiest a").First).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.GoTo(Server, $"{Page}#/system/{(long)system["systemAddress"]!}");
        await DrawsOrSaysWhyNot(visit);
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.Page.Locator("#factions a").First.ClickAsync();
        await Expect(visit.Page.Locator("#places a").First).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysScroll());
        Assert.Empty(visit.Complaints);
    }

    private GameStateServer Server => played.Server;

    // A build without npm or a registry is right too; the page then says so.
    private static async Task DrawsOrSaysWhyNot(Visit visit)
    {
        var (canvas, table) = (visit.Page.Locator("#influence canvas"), visit.Page.Locator(".influence-table"));
        await Expect(canvas.Or(table).First).ToBeVisibleAsync();
        if (await canvas.CountAsync() == 0)
        {
            await Expect(visit.Page.Locator("#influence-lack")).ToContainTextAsync("where this server was built");
            return;
        }

        await visit.Page.WaitForFunctionAsync($"({CountPixels})() > 500");
    }

    // One of those that ticked; of some, only another detector told, which tells no factions.
    private static async Task<JsonNode> Observed(GameStateServer server) =>
        (await Bound.Eventually(() => FirstObserved(server), system => system is not null))!;

    private static async Task<JsonNode?> FirstObserved(GameStateServer server)
    {
        foreach (var busy in Hours(await server.Get("api/v1/galaxy")).SelectMany(hour => hour["busiest"]!.AsArray()))
        {
            var system = await server.Get(string.Create(CultureInfo.InvariantCulture, $"api/v1/systems/{(long)busy!["systemAddress"]!}"));
            if (system["factions"]!.AsArray().Count > 0)
            {
                return system;
            }
        }

        return null;
    }

    private static Task<JsonNode> Galaxy(GameStateServer server, Func<JsonNode, bool> isAsExpected) =>
        Bound.Eventually(() => server.Get("api/v1/galaxy"), isAsExpected);

    private static IEnumerable<JsonNode> Hours(JsonNode galaxy) => galaxy["hours"]!.AsArray().Select(hour => hour!);

    private static IEnumerable<JsonNode> AtRisk(JsonNode galaxy) => Hours(galaxy).SelectMany(hour => hour["atRisk"]!.AsArray().Select(faction => faction!));
}
