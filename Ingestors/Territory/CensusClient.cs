using System.Text;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Asks the REST service. Whatever comes of it is a frame, and what the frame says.</summary>
internal sealed class CensusClient(TerritorySettings settings, HttpClient http, TimeProvider time)
{
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(18);

    public async Task<(FeedFrame Frame, RestReply Reply)> Get(CensusRequest request, CancellationToken cancellationToken)
    {
        var uri = new Uri($"{settings.RestUrl!.AbsoluteUri.TrimEnd('/')}/s:{settings.ServiceId}/get/{settings.Environment}:v2/{request.Collection}?{request.Query}");
        var requestedAt = time.GetUtcNow();
        var (status, body) = await Fetch(uri, cancellationToken);
        var content = RestFrames.Write(request, requestedAt, status, body);
        var reply = RestParser.Parse(content, out var refusal) ?? throw new InvalidOperationException($"A frame of our own could not be read: {refusal}");
        return (new(time.GetUtcNow(), TerritoryFeed.Rest, content), reply);
    }

    private async Task<(int Status, byte[] Body)> Fetch(Uri uri, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeOut, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(uri, either.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (0, Encoding.UTF8.GetBytes($"no answer within {TimeOut.TotalSeconds:0} s"));
        }
        catch (HttpRequestException exception)
        {
            return (0, Encoding.UTF8.GetBytes(exception.Message));
        }
    }
}
