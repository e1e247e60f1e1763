using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The page that shows the cluster: here one process that is everything.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ClusterPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Cluster_OfOneProcess_ShowsItsSiloGrainsMethodsFeedsAndItself()
    {
        await using var visit = await chromium.Open();
        await using var server = await GameStateServer.Start(("Ingestors:Replay:Speed", "10"));

        await visit.GoTo(server);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Cluster", Exact = true }).First.ClickAsync();

        var silo = visit.Page.Locator(".silo");
        await Expect(silo).ToHaveCountAsync(1);
        await Expect(silo.Locator(".state")).ToHaveTextAsync("Active");
        await Expect(visit.Page.Locator("#silo-count")).ToHaveTextAsync("1 of 1");
        await Expect(visit.Page.Locator(".grain-name", new() { HasText = "ZoneGrain" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#methods", new() { HasText = "ZoneGrain" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#feeds")).ToContainTextAsync("territory world 10");
        await Expect(visit.Page.Locator("#processes strong")).ToHaveTextAsync(new Regex("(?=.*silo)(?=.*gateway)(?=.*ingestors)"));
        await Expect(visit.Page.Locator("#call-line svg")).ToHaveAttributeAsync("aria-label", new Regex("now "));
        await Expect(visit.Connection).ToContainTextAsync("Live");
        await Expect(visit.Page.Locator(".trouble")).ToHaveCountAsync(0);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Orleans too" }).ClickAsync();
        await Expect(visit.Page.Locator(".grain-name", new() { HasText = "ManagementGrain" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Territory" }).ClickAsync();
        await Expect(visit.Page.Locator("#worlds .world").First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Server_ThatEnds_IsToldAndWhatWasKnownStays()
    {
        await using var visit = await chromium.Open();
        await using var server = await GameStateServer.Start();
        await visit.GoTo(server, "cluster");
        await Expect(visit.Page.Locator(".silo .state")).ToHaveTextAsync("Active");

        await server.Stop();

        await Expect(visit.Connection).ToContainTextAsync("Disconnected");
        await Expect(visit.Page.Locator(".trouble").First).ToContainTextAsync("No connection");
        await Expect(visit.Page.Locator(".silo")).ToHaveCountAsync(1);
    }

    [SkippableTheory]
    [InlineData(360, 780)]
    [InlineData(768, 1024)]
    public async Task Cluster_OnASmallScreen_FitsItsWidth(int width, int height)
    {
        await using var visit = await chromium.Open(width, height);
        await using var server = await GameStateServer.Start();

        await visit.GoTo(server, "cluster");

        await Expect(visit.Page.Locator("#methods tr").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#feeds tr").First).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysScroll());
        Assert.Empty(visit.Complaints);
    }
}
