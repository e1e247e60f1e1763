using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The page as someone sees it who has just started the server: the bundled recording.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ReplayPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Start_WithTheBundledRecording_ShowsWorldsContinentsAndCaptures()
    {
        await using var visit = await chromium.Open();
        await using var server = await GameStateServer.Start(("Ingestors:Replay:Speed", "10"));
        await visit.UnderStrictPolicy();

        await visit.GoTo(server);

        await Expect(visit.Page.Locator(".world[data-world='10'] .world-name")).ToHaveTextAsync("Harrow");
        await Expect(visit.Page.Locator(".world[data-world='1'] .world-name")).ToHaveTextAsync("Lanthorn");
        await Expect(visit.Page.GetByText("Replaying a recording")).ToBeVisibleAsync();
        await visit.Page.Locator(".world[data-world='10'] .world-head").ClickAsync();
        await visit.Page.Locator(".world[data-world='10'] .zone-card", new() { HasText = "Carrowmoor" }).ClickAsync();
        await Expect(visit.Page.Locator("#zone-name")).ToHaveTextAsync("Carrowmoor");

        var zone = await server.Get("api/v1/territory/worlds/10/zones/2");
        var placed = zone["facilities"]!.AsArray().Count(facility => facility!["x"] is not null);
        Assert.Equal(66, placed);
        await Expect(visit.Facilities).ToHaveCountAsync(placed);
        await Expect(visit.Page.Locator("#map .post[data-owner='unknown']")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#control .control-row .faction")).ToHaveTextAsync(["VS", "NC", "TR"]);
        await Expect(visit.Page.Locator("#ticker .line.capture").First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task DeepLink_ToAFacility_OpensItsDetails()
    {
        await using var visit = await chromium.Open(768, 1024);
        await using var server = await GameStateServer.Start();

        await visit.GoTo(server, "#/10/2/700101");

        await Expect(visit.Page.Locator("#zone-name")).ToHaveTextAsync("Carrowmoor");
        await Expect(visit.Card).ToHaveAttributeAsync("data-facility", "700101");
        await Expect(visit.Card.Locator("dl")).ToContainTextAsync("Held by");
        Assert.Equal(0, await visit.SidewaysScroll());
        Assert.Empty(visit.Complaints);
    }
}
