using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrleansGameState.EndToEnd.Fakes;
using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The continent as it was, and the way back.</summary>
[Collection(ChromiumTests.Name)]
public sealed class TimeTravelTests(Chromium chromium)
{
    private static readonly int First = Continent.FacilityOf(Continent.Regions[0]);
    private static readonly int Second = Continent.FacilityOf(Continent.Regions[1]);

    private static readonly Regex Past = new(@"#/10/2(/\d+)?\?at=\d{4}-\d\d-\d\dT[\d:.]+Z$");

    [SkippableFact]
    public async Task Event_WhenItsTimeIsChosen_ShowsTheContinentAsOfThen_UntilTheReaderGoesBackToLive()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.UnderStrictPolicy();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Capture(visit, continent, 0, First, to: 2, "nc");
        await Capture(visit, continent, 1, Second, to: 3, "tr");

        await visit.TickerLines(First).Locator("button.at").ClickAsync();

        await Expect(visit.Facility(Second)).ToHaveAttributeAsync("data-owner", "vs");
        await Expect(visit.Facility(First)).ToHaveAttributeAsync("data-owner", "nc");
        await Expect(visit.Page).ToHaveURLAsync(Past);
        await Expect(visit.Page.Locator("#time-said")).ToHaveTextAsync(new Regex("^The past: "));
        await Expect(visit.Page.Locator("body")).ToHaveAttributeAsync("data-past", "true");
        await Expect(visit.TickerLines(Second)).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#control [data-owner='tr'] .held")).ToHaveTextAsync("2 held");

        // What happens meanwhile is not of then.
        await continent.Capture(Continent.Regions[0], from: 2, to: 3, outfit: "0");
        await Expect(visit.Page.Locator(".zone-card[aria-current] .bar")).ToHaveAttributeAsync("aria-label", new Regex("TR 67 %"));
        await Expect(visit.Facility(First)).ToHaveAttributeAsync("data-owner", "nc");

        await visit.Page.Locator("#time-live").ClickAsync();
        await Expect(visit.Facility(First)).ToHaveAttributeAsync("data-owner", "tr");
        await Expect(visit.Facility(Second)).ToHaveAttributeAsync("data-owner", "tr");
        await Expect(visit.Page).Not.ToHaveURLAsync(Past);
        await Expect(visit.Page.Locator("#time-said")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("body")).ToHaveAttributeAsync("data-past", "false");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Address_WithAnInstant_OpensThePast_AndBackLeavesIt()
    {
        await using var visit = await chromium.Open(360, 740, touch: true);
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Capture(visit, continent, 0, First, to: 2, "nc");
        await Capture(visit, continent, 1, Second, to: 3, "tr");
        await visit.TickerLines(First).Locator("button.at").TapAsync();
        await Expect(visit.Page).ToHaveURLAsync(Past);
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.Page.ReloadAsync();
        await Expect(visit.Facility(First)).ToHaveAttributeAsync("data-owner", "nc");
        await Expect(visit.Facility(Second)).ToHaveAttributeAsync("data-owner", "vs");
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.Page.GoBackAsync();
        await Expect(visit.Facility(Second)).ToHaveAttributeAsync("data-owner", "tr");
        await Expect(visit.Page.Locator("#time-said")).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Keyboard_StepsBackBeforeTheBeginning_AndFindsTheWayThere()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Facilities).ToHaveCountAsync(9);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "One hour on" })).ToBeDisabledAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "One hour back" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#empty")).ToHaveTextAsync(new Regex("^Nothing is known of this continent before "));
        await Expect(visit.Facilities.First).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "To the beginning" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#sequence")).ToHaveTextAsync("1");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "One hour on" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#time-said")).ToBeHiddenAsync();
        await Expect(visit.Facilities).ToHaveCountAsync(9);

        // The browser itself notes the refusal of what is before the beginning.
        Assert.All(visit.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Input_TakesAnyInstant_AndOneToComeIsLive()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Facilities).ToHaveCountAsync(9);

        await visit.Page.FillAsync("#time-at", "2001-02-03T04:05:06");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"#/10/2\?at=2001-02-0[234]T"));
        await Expect(visit.Page.Locator("#empty")).ToHaveTextAsync(new Regex("^Nothing is known of this continent before "));

        await visit.Page.FillAsync("#time-at", "2999-02-03T04:05:06");
        await Expect(visit.Facilities).ToHaveCountAsync(9);
        await Expect(visit.Page).Not.ToHaveURLAsync(Past);
    }

    [SkippableTheory]
    [InlineData("memory", true)]
    [InlineData("embedded", false)]
    [InlineData("server", false)]
    public async Task Notice_OfAStoreInMemory_IsShownForThatModeAlone(string mode, bool isShown)
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.Page.RouteAsync("**/readyz", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = $$$"""{"status":"healthy","checks":[{"name":"store","status":"healthy","description":"shared memory","data":{"mode":"{{{mode}}}"}}]}""",
        }));
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Connection).ToHaveAttributeAsync("data-state", "live");

        // Asked behind the page's own question, so that this has been answered, taken and drawn.
        await visit.Page.EvaluateAsync("() => fetch('/readyz').then(r => r.json()).then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
        await Expect(visit.Page.Locator(".notice.memory")).ToHaveCountAsync(isShown ? 1 : 0);
    }

    private static async Task Capture(Visit visit, LiveContinent continent, int region, int facility, int to, string owner)
    {
        await Expect(visit.Facility(facility)).ToHaveAttributeAsync("data-owner", "vs");
        await continent.Capture(Continent.Regions[region], from: 1, to, outfit: "37509488620601556");
        await Expect(visit.Facility(facility)).ToHaveAttributeAsync("data-owner", owner);
    }
}
