namespace NetMQ.Core.Patterns;

/// <summary>Topics, each with how often it was subscribed to. A topic matches what begins with it.</summary>
internal sealed class TopicSet
{
    private const int CostOfOne = 64;

    private readonly Dictionary<byte[], int> _counts = new(TopicComparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;

    // How many topics there are of each length: a frame is looked up once for each, whatever the number of topics.
    private readonly SortedList<int, int> _lengths = [];

    public TopicSet() => _bySpan = _counts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Bytes.</summary>
    public long Cost { get; private set; }

    public IReadOnlyCollection<byte[]> Topics => _counts.Keys;

    public bool Contains(ReadOnlySpan<byte> topic) => _bySpan.ContainsKey(topic);

    /// <summary>True where the topic is new.</summary>
    public bool Add(ReadOnlySpan<byte> topic)
    {
        var count = _bySpan.TryGetValue(topic, out var before) ? before + 1 : 1;
        _bySpan[topic] = count;
        if (count > 1)
        {
            return false;
        }

        _lengths[topic.Length] = _lengths.GetValueOrDefault(topic.Length) + 1;
        Cost += topic.Length + CostOfOne;
        return true;
    }

    /// <summary>True where it was the last subscription to the topic.</summary>
    public bool Remove(ReadOnlySpan<byte> topic)
    {
        if (!_bySpan.TryGetValue(topic, out var count))
        {
            return false;
        }

        if (count > 1)
        {
            _bySpan[topic] = count - 1;
            return false;
        }

        _bySpan.Remove(topic);
        if (--_lengths[topic.Length] == 0)
        {
            _lengths.Remove(topic.Length);
        }

        Cost -= topic.Length + CostOfOne;
        return true;
    }

    public bool Matches(ReadOnlySpan<byte> frame)
    {
        for (var index = 0; index < _lengths.Count; index++)
        {
            var length = _lengths.GetKeyAtIndex(index);
            if (length > frame.Length)
            {
                return false;
            }

            if (_bySpan.ContainsKey(frame[..length]))
            {
                return true;
            }
        }

        return false;
    }
}
