using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrleansGameState.EndToEnd.Fakes;
using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The page on a continent on which nothing happens but what the test does.</summary>
[Collection(ChromiumTests.Name)]
public sealed class LivePageTests(Chromium chromium)
{
    private static readonly int Fought = Continent.FacilityOf(Continent.Regions[0]);

    [SkippableFact]
    public async Task Capture_WhenItHappens_ChangesTheOwnerAndIsTold()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.UnderStrictPolicy();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Facility(Fought)).ToHaveAttributeAsync("data-owner", "vs");

        await continent.Capture(Continent.Regions[0], from: 1, to: 2, outfit: "37509488620601556");

        await Expect(visit.Facility(Fought)).ToHaveAttributeAsync("data-owner", "nc");
        var line = visit.TickerLines(Fought);
        await Expect(line).ToHaveCountAsync(1);
        await Expect(line.Locator(".change")).ToHaveTextAsync("VSNC");
        await Expect(line.Locator(".outfit")).ToContainTextAsync("37509488620601556");
        await Expect(visit.Page.Locator("#control [data-owner='nc'] .held")).ToHaveTextAsync("3 held");
        await Expect(visit.Page.Locator("#announcer")).ToHaveTextAsync(new Regex($"Facility of {Continent.Regions[0]}: New Conglomerate"));
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Keyboard_MovesAmongFacilities_AndOpensAndClosesDetails()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Facilities).ToHaveCountAsync(9);
        await visit.Page.Locator("#map .post[tabindex='0']").FocusAsync();

        // Only one facility takes part in tabbing; arrows do the rest. The first of them that leads somewhere is enough.
        await Expect(visit.Page.Locator("#map .post[tabindex='0']")).ToHaveCountAsync(1);
        var first = await visit.FocusedFacility();
        var second = await PressUntilMoved(visit, first);
        await Expect(visit.Card).ToBeVisibleAsync();
        await Expect(visit.Card).ToHaveAttributeAsync("data-facility", $"{second}");
        await Expect(visit.Card.Locator("h2")).ToHaveTextAsync($"Facility of {second - 10_000}");

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Facility(second)).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"#/10/2/{second}$"));
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Card).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Card).ToBeHiddenAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("#/10/2$"));
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Server_WhenRestarted_IsFoundAgainAndTheMapGoesOn()
    {
        await using var visit = await chromium.Open();
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Connection).ToHaveAttributeAsync("data-state", "live");
        await Expect(visit.Facility(Fought)).ToHaveAttributeAsync("data-owner", "vs");

        var address = await continent.Stop();
        await Expect(visit.Connection).ToHaveTextAsync(new Regex("^Disconnected"));
        await continent.Restart(address);
        await Expect(visit.Connection).ToHaveAttributeAsync("data-state", "live");
        await continent.Capture(Continent.Regions[0], from: 1, to: 3, outfit: "0");

        await Expect(visit.Facility(Fought)).ToHaveAttributeAsync("data-owner", "tr");
        Assert.DoesNotContain(visit.Complaints, complaint => complaint.StartsWith("uncaught", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Phone_ShowsTheMapFirst_AndNeverScrollsSideways()
    {
        await using var visit = await chromium.Open(360, 740, touch: true);
        await using var continent = await LiveContinent.Start();
        await visit.GoTo(continent.Server, LiveContinent.Hash);
        await Expect(visit.Facilities).ToHaveCountAsync(9);

        var map = (await visit.Page.Locator("#map").BoundingBoxAsync())!;
        var control = (await visit.Page.Locator("#control").BoundingBoxAsync())!;
        Assert.True(map.Y + map.Height <= control.Y, "The map comes before the panels.");
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.Facility(Fought).Locator(".hit").TapAsync(new() { Force = true });
        await Expect(visit.Card).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysScroll());

        await visit.Card.GetByRole(AriaRole.Button, new() { Name = "Close details" }).TapAsync();
        await Expect(visit.Card).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "List", Exact = true }).TapAsync();
        await Expect(visit.Page.Locator("#list-box tbody tr")).ToHaveCountAsync(9);
        Assert.Equal(0, await visit.SidewaysScroll());
        Assert.Empty(visit.Complaints);
    }

    private static async Task<int> PressUntilMoved(Visit visit, int from)
    {
        foreach (var arrow in new[] { "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown" })
        {
            await visit.Page.Keyboard.PressAsync(arrow);
            if (await visit.FocusedFacility() is var focused && focused != from)
            {
                Assert.NotEqual(0, focused);
                return focused;
            }
        }

        throw new InvalidOperationException($"No arrow leads away from {from}.");
    }
}
