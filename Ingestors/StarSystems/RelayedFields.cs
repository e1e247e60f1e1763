using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Reads the members of an object that the Tick Detector sent, whose types drift. The first that is missing or wrong is kept
/// in <see cref="Refusal"/>; what is read after it does not matter. What was not asked for is <see cref="Extra"/>.
/// </summary>
internal sealed class RelayedFields(JsonElement element)
{
    private const int MostExtra = 16 << 10;
    private const int MostOfAList = 64;

    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public FrameRefusal? Refusal { get; private set; }

    /// <summary>A text that must be there.</summary>
    public string Name(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            Miss(name);
        }

        return text ?? "";
    }

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var text = TextOf(value);
        if (text is null || text.Length > JsonValues.LongestText)
        {
            Refuse(name, value, $"text of at most {JsonValues.LongestText} characters");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        bool? flag = TextOf(value) switch
        {
            "true" or "True" or "1" => true,
            "false" or "False" or "0" => false,
            _ => null,
        };
        return flag ?? Refuse<bool>(name, value, "true or false");
    }

    /// <summary>A number, or one in a text; null where there is none.</summary>
    public decimal? Number(string name, decimal minimum, decimal maximum)
    {
        if (Find(name) is not { } value || value is { ValueKind: JsonValueKind.String } && string.IsNullOrWhiteSpace(value.GetString()))
        {
            return null;
        }

        return decimal.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : Refuse<decimal>(name, value, string.Create(CultureInfo.InvariantCulture, $"a number of {minimum} to {maximum}"));
    }

    public long Whole(string name, long minimum, long maximum)
    {
        var number = Number(name, minimum, maximum);
        if (number is { } told && !decimal.IsInteger(told))
        {
            Refusal ??= new(FrameRefusal.BadField, name, $"{name} is {told}, not a whole number");
        }

        return (long)(number ?? 0);
    }

    /// <summary>The system's address, which must be there.</summary>
    public long SystemAddress()
    {
        var address = Whole("systemAddress", 1, long.MaxValue);
        if (address == 0)
        {
            Miss("systemAddress");
        }

        return address;
    }

    /// <summary>A time that must be there.</summary>
    public DateTimeOffset Time(string name)
    {
        if (Find(name) is not { } value)
        {
            Miss(name);
            return default;
        }

        return GameTime.Read(TextOf(value)) ?? Refuse<DateTimeOffset>(name, value, "an ISO 8601 time") ?? default;
    }

    /// <summary>An object; null where there is none.</summary>
    public RelayedFields? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new(value),
        { } value => RefuseObject(name, value, "an object"),
    };

    /// <summary>An object that must be there; an empty one stands in for it.</summary>
    public RelayedFields Required(string name)
    {
        var inner = Object(name);
        if (inner is null)
        {
            Miss(name);
        }

        return inner ?? new(Empty);
    }

    /// <summary>A list's values; none where there is no list.</summary>
    public ImmutableArray<JsonElement> List(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostOfAList)
        {
            Refuse(name, value, $"a list of at most {MostOfAList}");
            return [];
        }

        return [.. value.EnumerateArray()];
    }

    /// <summary>A list of names, in ordinal order, each once.</summary>
    public ImmutableArray<string> Names(string name)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var value in List(name))
        {
            if (TextOf(value) is { Length: > 0 and <= JsonValues.LongestText } text)
            {
                names.Add(text);
            }
            else
            {
                Refuse(name, value, "a list of names");
            }
        }

        return [.. names];
    }

    /// <summary>Says that a member is none of what it can be; gives what stands in for it.</summary>
    public T Unknown<T>(string name, string wanted, T standIn)
    {
        Refuse(name, element.GetProperty(name), wanted);
        return standIn;
    }

    /// <summary>Takes over what was wrong within a member.</summary>
    public void Join(RelayedFields? inner) => Refusal ??= inner?.Refusal;

    /// <summary>What was not asked for, as a JSON object; empty where there is nothing, or more than anybody would want.</summary>
    public string Extra()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject().Where(member => !_known.Contains(member.Name)).DistinctBy(member => member.Name))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.Length is > 2 and <= MostExtra ? Encoding.UTF8.GetString(buffer.ToArray()) : "";
    }

    /// <summary>Is known, and says nothing.</summary>
    public void PassOver(string name) => _known.Add(name);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void Miss(string name) => Refusal ??= new(FrameRefusal.MissingField, name, $"{name} is missing");

    private T? Refuse<T>(string name, JsonElement value, string wanted)
        where T : struct
    {
        Refuse(name, value, wanted);
        return null;
    }

    private RelayedFields? RefuseObject(string name, JsonElement value, string wanted)
    {
        Refuse(name, value, wanted);
        return null;
    }

    private void Refuse(string name, JsonElement value, string wanted)
    {
        var told = TextOf(value) ?? value.ValueKind.ToString();
        Refusal ??= new(FrameRefusal.BadField, name, $"{name} is '{(told.Length <= 40 ? told : $"{told[..40]}…")}', not {wanted}");
    }
}
