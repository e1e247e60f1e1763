using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The sectors' page, on the demo's universe.</summary>
[Collection(ChromiumTests.Name)]
public sealed class SectorsPageTests(Chromium chromium, PlayedUniverse played) : IClassFixture<PlayedUniverse>
{
    private const string Page = "sectors/";

    private const string CountPixels = """
        () => {
          const canvas = document.querySelector('.places-layer');
          return canvas.width < 2 ? 0 : canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.filter((value, i) => i % 4 === 3 && value > 0).length;
        }
        """;

    [SkippableFact]
    public async Task Universe_IsDrawn_AndAClickOnASectorListsWhoIsThere()
    {
        await using var visit = await chromium.Open();
        await visit.UnderStrictPolicy(Page);
        await played.LogIn("looker", "33");

        await visit.GoTo(played.Server);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sectors" }).ClickAsync();

        await Expect(visit.Page.Locator("#title")).ToHaveTextAsync("demo");
        await Expect(visit.Page.Locator("#counts")).ToContainTextAsync("60 sectors");
        await Expect(visit.Connection).ToContainTextAsync("Live");
        await visit.GoTo(played.Server, $"{Page}#demo/33");
        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("33, Thicket");
        if (await Draws(visit))
        {
            await visit.Page.WaitForFunctionAsync($"({CountPixels})() > 3000");
            var pin = (await visit.Page.Locator(".pin").BoundingBoxAsync())!;
            await visit.Page.Locator("#sector-close").ClickAsync();
            await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("Where most are");
            await visit.Page.Mouse.ClickAsync(pin.X + (pin.Width / 2), pin.Y + (pin.Height / 2));
        }

        await Expect(visit.Page).ToHaveURLAsync(new Regex("#demo/33$"));
        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("33, Thicket");
        await Expect(visit.Page.Locator(".here [data-follow='looker']")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".lately li").First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Move_AppearsInTheListInTheSectorAndAmongThePlayers_AsItIsMade()
    {
        await using var visit = await chromium.Open();
        await played.LogIn("mover", "1");
        await visit.GoTo(played.Server, $"{Page}#demo/1");
        await Expect(visit.Page.Locator(".here [data-follow='mover']")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#moves .none, #moves .line").First).Not.ToHaveTextAsync("Connecting…");

        await played.Move("mover", "41");

        var line = visit.Page.Locator("#moves [data-player='mover']");
        await Expect(line).ToContainTextAsync("Pilot mover");
        await Expect(line).ToContainTextAsync("1, Lamplight Harbour → 41, Slagheap");
        await Expect(line.Locator(".tag.tunnel")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".here [data-follow='mover']")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".lately")).ToContainTextAsync("Pilot mover left");
        await Expect(visit.Page.Locator("#players tr", new() { HasText = "Pilot mover" })).ToContainTextAsync("41, Slagheap");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Follow_GoesWithThePlayerFromSectorToSector_UntilAnotherIsChosen()
    {
        await using var visit = await chromium.Open();
        await played.LogIn("guide", "10");
        await visit.GoTo(played.Server, Page);

        await visit.Page.Locator("#players [data-follow='guide']").ClickAsync();
        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("10, Pharos Minor");
        await Expect(visit.Page.Locator("#following")).ToContainTextAsync("Following Pilot guide, who is in 10, Pharos Minor");
        foreach (var (to, name) in new[] { ("1", "Lamplight Harbour"), ("8", "Ember Quay") })
        {
            await played.Move("guide", to);
            await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync($"{to}, {name}");
            await Expect(visit.Page.Locator(".here [data-follow='guide']")).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await visit.Page.Locator(".out a").First.ClickAsync();
        await Expect(visit.Page.Locator("#following")).ToBeHiddenAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("#demo/[0-9]+$"));
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Finding_ASectorByItsName_AndTheWayFromThere()
    {
        await using var visit = await chromium.Open();
        await visit.GoTo(played.Server, Page);
        await Expect(visit.Page.Locator("#counts")).ToContainTextAsync("60 sectors");

        await visit.Page.Locator("#find-name").FillAsync("lamplight");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("1, Lamplight Harbour");
        await visit.Page.Locator("#path-to").FillAsync("13");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#path-said")).ToHaveTextAsync("1 turn, one step: 1 → 13");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"#demo/1\?to=13$"));

        await visit.Page.Locator("#find-name").FillAsync("Nowhere at all");
        await visit.Page.Locator("#find-name").PressAsync("Enter");
        await Expect(visit.Page.Locator("#found")).ToContainTextAsync("No sector is called “Nowhere at all”");
        Assert.Empty(visit.Complaints);

        await visit.GoTo(played.Server, $"{Page}#nowhere/1");
        await Expect(visit.Page.Locator("#empty")).ToContainTextAsync("There is no universe “nowhere”");
    }

    [SkippableFact]
    public async Task Map_ByKeyboard_GoesToTheNeighbour_AndReadsItOut()
    {
        await using var visit = await chromium.Open();
        await visit.GoTo(played.Server, $"{Page}#demo/1");
        await Expect(visit.Page.Locator(".out a").First).ToBeVisibleAsync();
        Skip.IfNot(await Draws(visit), "The build could not get the library that moves the map.");

        await visit.Page.Locator("#space").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");

        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("10, Pharos Minor");
        await Expect(visit.Page.Locator("#reader")).ToContainTextAsync("10, Pharos Minor, ");
        await Expect(visit.Page.Locator("#space")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Map_WhereTheLibraryIsMissing_IsAListThatSaysWhy()
    {
        await using var visit = await chromium.Open();
        await visit.Page.RouteAsync("**/lib/libraries.json", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"d3":{"lack":"npm is not installed where this server was built"}}""",
        }));

        await visit.GoTo(played.Server, Page);

        await Expect(visit.Page.Locator("#lack")).ToContainTextAsync("npm is not installed where this server was built");
        await Expect(visit.Page.Locator("#space")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#list tbody tr")).ToHaveCountAsync(60);
        await visit.Page.Locator("#list").GetByRole(AriaRole.Link, new() { Name = "33, Thicket" }).ClickAsync();
        await Expect(visit.Page.Locator("#sector-title")).ToHaveTextAsync("33, Thicket");
        Assert.Empty(visit.Complaints);
    }

    [SkippableTheory]
    [InlineData(360, 780)]
    [InlineData(768, 1024)]
    public async Task Page_OnASmallScreen_FitsItsWidth(int width, int height)
    {
        await using var visit = await chromium.Open(width, height, touch: true);

        await visit.GoTo(played.Server, $"{Page}#demo/47?to=33");
        await Expect(visit.Page.Locator(".tunnel-facts .state").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#path-said strong")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#players a").First).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysScroll());

        if (await Draws(visit))
        {
            await visit.Page.Locator("#as [data-as='list']").ClickAsync();
            await Expect(visit.Page.Locator("#list tbody tr").First).ToBeVisibleAsync();
            Assert.Equal(0, await visit.SidewaysScroll());
        }

        Assert.Empty(visit.Complaints);
    }

    // A build without npm or a registry is right too; the page then says so.
    private static async Task<bool> Draws(Visit visit)
    {
        await Expect(visit.Page.Locator(".pin, #lack:not([hidden])").First).ToBeAttachedAsync();
        return await visit.Page.Locator(".pin").CountAsync() > 0;
    }
}
