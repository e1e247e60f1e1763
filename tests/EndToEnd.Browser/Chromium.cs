using Microsoft.Playwright;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>
/// The machine's own Chromium, shared by the tests: <c>CHROMIUM</c>, or what a distribution installs. Where there is none
/// the tests skip and say so; nothing is downloaded.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",

        // A page whose answer a test rewrote counts as a stranger's, which may not speak to this machine.
        "--disable-features=LocalNetworkAccessChecks",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Find() is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
        }
    }

    /// <summary>A fresh page with a profile of its own, on which every complaint is noted.</summary>
    internal async Task<Visit> Open(int width = 1440, int height = 900, bool touch = false)
    {
        Skip.If(_browser is null, $"There is no Chromium: CHROMIUM does not name one, and none is at {string.Join(", ", Places)}.");
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            HasTouch = touch,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await Visit.Begin(context);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : Array.Find(Places, File.Exists);
}
