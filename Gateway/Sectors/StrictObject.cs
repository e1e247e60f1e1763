using System.Globalization;
using System.Text.Json;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>
/// A JSON object that is read strictly: what is missing, of another type, out of range or not asked for is a problem that
/// names its place, such as <c>sectors[3].id</c>. The first one counts; reading goes on with values of no meaning.
/// </summary>
internal sealed class StrictObject
{
    private readonly JsonElement _object;
    private readonly string _place;
    private readonly FirstProblem _first;
    private readonly List<string> _asked = [];

    public StrictObject(JsonElement root)
        : this(root, "", new())
    {
    }

    private StrictObject(JsonElement element, string place, FirstProblem first)
    {
        (_object, _place, _first) = (element, place, first);
        if (element.ValueKind != JsonValueKind.Object)
        {
            _first.Problem ??= Problem.Invalid(place, place.Length == 0 ? "The body is a JSON object." : $"{place} is an object.");
            _object = Empty;
        }
    }

    /// <summary>The first thing that is wrong in all of the document; null while nothing is.</summary>
    public Problem? Problem => _first.Problem;

    private static JsonElement Empty { get; } = JsonDocument.Parse("{}").RootElement;

    public IEnumerable<string> Names => _object.EnumerateObject().Select(member => member.Name);

    public bool Has(string name) => Find(name) is not null;

    public bool IsObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object };

    /// <summary>An id, as text or as a whole number; <c>_</c> where there is none.</summary>
    public string Id(string name)
    {
        if (Find(name) is null)
        {
            Refuse(name, "is missing");
        }

        return OptionalId(name) ?? "_";
    }

    public string? OptionalId(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when value.GetRawText().All(char.IsAsciiDigit) => value.GetRawText(),
            _ => null,
        };
        if (SectorKeys.IsId(text))
        {
            return text;
        }

        Refuse(name, text is null ? $"is no id; an id is {SectorKeys.IdText}, as text or as a whole number" : $"is '{Short(text)}'; it is {SectorKeys.IdText}");
        return null;
    }

    /// <summary>Text that can be shown in a line; empty where there is none, which <paramref name="isNeeded"/> refuses.</summary>
    public string Text(string name, int most, bool isNeeded = false) => OptionalText(name, most, isNeeded) ?? "";

    public string? OptionalText(string name, int most, bool isNeeded = false)
    {
        var text = Find(name) is { } value && (value.ValueKind == JsonValueKind.String || Refuse(name, "is text")) ? value.GetString() : null;
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            Refuse(name, "is missing or empty");
        }

        if (SectorChecks.Text(text ?? "", most) is { } wrong)
        {
            Refuse(name, wrong);
        }

        return text;
    }

    public int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"is {Short(value.GetRawText())}; it is a whole number from {least} to {most}"));
        return null;
    }

    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"is {Short(value.GetRawText())}; it is a number from {least} to {most}"));
        return null;
    }

    public bool? Flag(string name) => Find(name) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False || Refuse(name, "is true or false"))
        ? value.ValueKind == JsonValueKind.True
        : null;

    /// <summary>One of some words.</summary>
    public T? Word<T>(string name, Func<T, string> word)
        where T : struct, Enum
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (word(candidate) == text)
            {
                return candidate;
            }
        }

        Refuse(name, $"is {Short(value.GetRawText())}; it is one of {string.Join(", ", Enum.GetValues<T>().Select(word))}");
        return null;
    }

    public StrictObject? Object(string name) => Find(name) is { } value ? new(value, Place(name), _first) : null;

    /// <summary>The objects of an array; none where it is not there.</summary>
    public IEnumerable<StrictObject> Objects(string name) =>
        Find(name) is { } value && (value.ValueKind == JsonValueKind.Array || Refuse(name, "is an array"))
            ? value.EnumerateArray().Select((element, index) => new StrictObject(element, string.Create(CultureInfo.InvariantCulture, $"{Place(name)}[{index}]"), _first))
            : [];

    /// <summary>The objects that an object has as its members, by their names.</summary>
    public IEnumerable<StrictObject> Members() => _object.EnumerateObject().Select(member => new StrictObject(member.Value, Place(member.Name), _first));

    /// <summary>Refuses what was not asked for.</summary>
    public void Done()
    {
        if (_first.Problem is null && Names.FirstOrDefault(name => !_asked.Contains(name)) is { } unknown)
        {
            Refuse(Short(unknown), $"is not known here; known are {string.Join(", ", _asked)}");
        }
    }

    /// <summary>Notes what is wrong with a member; false.</summary>
    public bool Refuse(string name, string what)
    {
        _first.Problem ??= Problem.Invalid(Place(name), $"{Place(name)} {what}.");
        return false;
    }

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}...";

    private string Place(string name) => _place.Length == 0 ? name : $"{_place}.{name}";

    // Null is as good as not there.
    private JsonElement? Find(string name)
    {
        if (!_asked.Contains(name))
        {
            _asked.Add(name);
        }

        return _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private sealed class FirstProblem
    {
        public Problem? Problem { get; set; }
    }
}
