using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>One reader's visit to the page. At its end it must have gone without a complaint of the browser's.</summary>
internal sealed class Visit : IAsyncDisposable
{
    // Stricter than any server is likely to be: the page must live with it.
    private const string StrictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public IEnumerable<string> Complaints => _complaints;

    public ILocator Facilities => Page.Locator("#map .post");

    public ILocator Card => Page.Locator("#card");

    public ILocator Connection => Page.Locator("#connection");

    public static async Task<Visit> Begin(IBrowserContext context)
    {
        context.SetDefaultTimeout((float)Bound.Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Bound.Patience.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) => visit.Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => visit.Note(true, $"uncaught: {error}");
        page.Request += (_, request) => visit.Note(
            new Uri(request.Url) is { Scheme: "http" or "https", IsLoopback: false }, $"asks a stranger: {request.Url}");
        return visit;
    }

    public Task GoTo(GameStateServer server, string hash = "") => Page.GotoAsync(new Uri(server.HttpAddress, hash).ToString());

    /// <summary>From here on the page is served with the strictest policy that lets it speak to its own server.</summary>
    public Task UnderStrictPolicy(string page = "") => Page.RouteAsync(url => new Uri(url).AbsolutePath == $"/{page}", async route =>
    {
        var response = await route.FetchAsync();
        var headers = response.Headers.Where(header => header.Key != "content-security-policy").ToDictionary();
        headers["content-security-policy"] = StrictPolicy;
        await route.FulfillAsync(new() { Response = response, Headers = headers });
    });

    public ILocator Facility(int id) => Page.Locator($"#map [data-facility='{id}']");

    public ILocator TickerLines(int facility) => Page.Locator($"#ticker [data-facility='{facility}']");

    public Task<int> FocusedFacility() => Page.EvaluateAsync<int>("() => Number(document.activeElement?.dataset.facility ?? 0)");

    /// <summary>How far the page can be scrolled sideways, in pixels; 0 where everything fits.</summary>
    public Task<int> SidewaysScroll() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            _complaints.Enqueue(text);
        }
    }
}
