namespace OrleansGameState.Contracts;

/// <summary>
/// Bytes that were sent before are read as what they were. Each line is a message's name and its bytes in base64; a
/// message's last line is today's, those before were written when it had fewer members.
/// </summary>
public sealed class GoldenTests
{
    private const string File = "wire.txt";

    public static TheoryData<string> Messages => RoundTripTests.Messages;

    [SkippableTheory]
    [MemberData(nameof(Messages))]
    public void Message_AsItWasSentBefore_IsReadAsWhatItWas(string message)
    {
        var sample = Samples.Of(RoundTripTests.Type(message));
        var serializer = Wire.Serializer;
        var lines = LinesOf(message);
        if (Golden.IsToBeRenewed && (lines.Count == 0 || Difference.Between(sample, Read(lines[^1])) is not null))
        {
            lines.Add(Convert.ToBase64String(serializer.SerializeToArray<object>(sample)));
            var others = Golden.Read(File).Where(l => NameIn(l) != message);
            Golden.Write(File, others.Concat(lines.Select(l => $"{message} {l}")).OrderBy(NameIn, StringComparer.Ordinal));
        }

        Assert.True(lines.Count > 0, $"{message} is new: write it down ({Golden.Switch}=1).");
        Assert.Null(Difference.Between(sample, Read(lines[^1])));
        Assert.All(lines, line => Assert.Null(Difference.Between(sample, Read(line), isOlder: true)));

        object Read(string line) => serializer.Deserialize<object>(Convert.FromBase64String(line))!;
    }

    private static List<string> LinesOf(string message) =>
        [.. Golden.Read(File).Where(l => NameIn(l) == message).Select(l => l[(message.Length + 1)..])];

    private static string NameIn(string line) => line[..line.LastIndexOf(' ')];
}
